import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { BridgeRead } from '@zhuji/contract/bridge.ts'
import { findPerson } from '@zhuji/contract/verification.ts'
import { citizenNumberFaults } from '@zhuji/domain/citizen-number.ts'
import { Alert, Button, Form, Input, type InputRef } from 'antd'
import { type RefObject, useCallback, useRef, useState } from 'react'
import { call } from '../app/call.ts'
import { useWords } from '../app/language.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { BridgeProblem } from './bridge-problem.tsx'
import { failureWords } from './read-words.ts'
import { lampOf } from './reader-lamp.tsx'
import { type TakingPhase, useTakeCard } from './take-card.ts'
import { useKeys } from './use-keys.ts'

interface Props {
  bridgeUrl: string
  clerk: string
  found(personId: string): void
  /** Somebody stands at the window already: the keys belong to the desk. */
  isBusy: boolean
}

/** The number goes in the request's body, never into an address (R12.2). */
function useFinding(found: (personId: string) => void, missed: () => void) {
  return useMutation({
    mutationFn: (number: string) => call(findPerson, { body: { number, reason: 'original-verification' } }),
    onSuccess: ({ person }) => (person ? found(person.personId) : missed()),
  })
}

/** Finds the person at the window: the number typed, or the card read. */
export function FindPerson({ bridgeUrl, clerk, found, isBusy }: Props) {
  const say = useWords()
  const input = useRef<InputRef>(null)
  const [number, setNumber] = useState('')
  const clearAndFind = useCallback(
    (personId: string) => {
      setNumber('')
      input.current?.blur()
      found(personId)
    },
    [found],
  )
  const finding = useFinding(clearAndFind, () => input.current?.select())
  const { mutate } = finding
  const [failure, setFailure] = useState<string | null>(null)
  const taken = useCallback(
    (read: BridgeRead) => {
      setFailure(read.state === 'failed' ? read.failure : null)
      mutate(read.facts.number)
    },
    [mutate],
  )
  const card = useTakeCard(bridgeUrl, clerk, taken)
  const typed = number.trim().toUpperCase()
  const search = () => {
    setFailure(null)
    if (typed !== '') mutate(typed)
  }
  useKeys({
    F2: card.take,
    '/': () => input.current?.focus(),
    ...(card.phase === 'waiting' && { Escape: card.cancel }),
  })
  return (
    <>
      <Form
        className="find-form"
        onFinish={search}
        role="search"
        aria-label={say({ zh: '查找人员', en: 'Find the person' })}
      >
        <label htmlFor="person-number">{say({ zh: '证件号码', en: 'Document number' })}</label>
        <Input
          id="person-number"
          ref={input}
          value={number}
          onChange={({ target }) => setNumber(target.value)}
          autoFocus={!isBusy}
          autoComplete="off"
          spellCheck={false}
          maxLength={30}
        />
        <Button htmlType="submit" loading={finding.isPending} disabled={typed === ''}>
          {say({ zh: '查询', en: 'Find' })}
        </Button>
        <Button type="primary" onClick={card.take} disabled={card.phase !== 'idle'}>
          {say({ zh: '读卡', en: 'Read card' })} <kbd>F2</kbd>
        </Button>
        {card.last && (
          <span className="quiet">
            {say({ zh: '用刚读的证件：', en: 'Uses the card just read: ' })}
            {card.last.facts.name}
          </span>
        )}
      </Form>
      <div className="find-news">
        <Taking card={card} />
        {failure !== null && <Alert type="warning" showIcon title={say(failureWords(failure))} />}
        <BridgeProblem error={card.error} server />
        <ProblemAlert error={finding.error} />
        {finding.data?.person === null && <NotFound number={finding.variables ?? ''} input={input} />}
      </div>
    </>
  )
}

const phaseWords = {
  starting: { zh: '正在启动读卡……', en: 'Starting the reader …' },
  waiting: { zh: '请将证件平放在感应区', en: 'Lay the card on the reader' },
  sending: { zh: '已读到证件，正在上传……', en: 'Card read, uploading …' },
} as const satisfies Record<Exclude<TakingPhase, 'idle'>, unknown>

function Taking({ card: { phase, view, cancel } }: { card: ReturnType<typeof useTakeCard> }) {
  const say = useWords()
  if (phase === 'idle') {
    if (view.connection !== 'down') return null
    const { title, advice } = lampOf(view)
    return <Alert type="warning" showIcon title={say(title)} description={say(advice)} />
  }
  const lamp = lampOf(view)
  const isTrouble = phase === 'waiting' && (lamp.tone === 'fault' || lamp.tone === 'attention')
  return (
    <Alert
      type={isTrouble ? 'warning' : 'info'}
      showIcon
      role="status"
      title={isTrouble ? `${say(lamp.title)} ${say(lamp.advice)}` : say(phaseWords[phase])}
      action={
        phase === 'waiting' && (
          <Button onClick={cancel}>
            {say({ zh: '不读了', en: 'Cancel' })} <kbd>Esc</kbd>
          </Button>
        )
      }
    />
  )
}

/** Nobody with this number: says what may be wrong with it, and how a person comes into the system (R2.1). */
function NotFound({ number, input }: { number: string; input: RefObject<InputRef | null> }) {
  const say = useWords()
  const isMistyped = number.length >= 15 && citizenNumberFaults(number).length > 0
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={
        isMistyped
          ? say({
              zh: '没有找到该号码的人员，而且号码校验不通过，可能输错了。请与证件核对后重新输入，或直接读卡。',
              en: 'Nobody has this number, and its check does not hold: it may be mistyped. Compare it with the card, or read the card.',
            })
          : say({
              zh: '没有找到该号码的人员：可能还没有刷过身份证。请先读卡建档，再由本人填报证书。',
              en: 'Nobody has this number: the card may never have been read. Read it first; then the person enters the certificates.',
            })
      }
      description={<Link to="/window/reading">{say({ zh: '去读卡', en: 'Go to card reading' })}</Link>}
      closable={{ onClose: () => input.current?.focus() }}
    />
  )
}
