import { Alert, Button, Radio } from 'antd'
import { useState } from 'react'
import { useWords } from '../app/language.tsx'
import { wakeSound } from './beep.ts'
import { BridgeProblem } from './bridge-problem.tsx'
import { KeyHelp } from './key-help.tsx'
import { presenterWords } from './read-words.ts'
import type { Presenter, useSitting } from './sitting.ts'
import { useKeys } from './use-keys.ts'
import type { BridgeView } from './watch-bridge.ts'

const presenters = ['person', 'agent', 'enterprise'] as const

interface Props {
  view: BridgeView
  sitting: ReturnType<typeof useSitting>
}

/** Before the first card: who presents the cards (R2.9), then 点击读卡. */
export function SittingStart({ view, sitting }: Props) {
  const say = useWords()
  const [presentedBy, setPresentedBy] = useState<Presenter>('person')
  const { start } = sitting
  const isUp = view.connection === 'up'
  const begin = () => {
    if (!isUp || start.isPending) return
    wakeSound()
    start.mutate(presentedBy)
  }
  useKeys({
    F2: begin,
    Space: begin,
    1: () => setPresentedBy('person'),
    2: () => setPresentedBy('agent'),
    3: () => setPresentedBy('enterprise'),
  })
  return (
    <section className="sitting-start">
      <Leftovers view={view} />
      <fieldset className="presenters">
        <legend>{say({ zh: '谁持证件前来', en: 'Who brings the cards' })}</legend>
        <Radio.Group value={presentedBy} onChange={({ target }) => setPresentedBy(target.value)}>
          {presenters.map((presenter, at) => (
            <Radio key={presenter} value={presenter}>
              <kbd>{at + 1}</kbd> <strong>{say(presenterWords[presenter].title)}</strong>
              <small>{say(presenterWords[presenter].hint)}</small>
            </Radio>
          ))}
        </Radio.Group>
      </fieldset>
      <BridgeProblem error={start.error} server />
      <Button type="primary" size="large" onClick={begin} disabled={!isUp} loading={start.isPending}>
        {say({ zh: '点击读卡', en: 'Start reading' })} <kbd>F2</kbd>
      </Button>
      {!isUp && (
        <p className="quiet">
          {say({
            zh: '读卡服务连上后即可开始。',
            en: 'Reading can begin once the reading service answers.',
          })}
        </p>
      )}
      <KeyHelp
        hints={[
          { keys: ['1', '2', '3'], does: { zh: '选择持证人', en: 'Who brings the cards' } },
          { keys: ['F2', 'Space'], does: { zh: '点击读卡', en: 'Start reading' } },
        ]}
      />
    </section>
  )
}

/** What an earlier sitting left on this PC: nothing is lost, and nothing is to be done. */
function Leftovers({ view: { status } }: { view: BridgeView }) {
  const say = useWords()
  if (status === null) return null
  return (
    <>
      {status.sittingId !== null && (
        <Alert
          type="warning"
          showIcon
          title={say({
            zh: '本机上一次读卡没有点「完成读卡返回」。点击读卡将结束它并重新开始；已读的证件不会丢失。',
            en: 'The former reading on this PC was not finished. Starting ends it and begins anew; cards already read are safe.',
          })}
        />
      )}
      {status.unsent > 0 && (
        <Alert
          type="info"
          showIcon
          title={say({
            zh: `本机还有 ${status.unsent} 条读卡记录待上传，读卡服务会自动继续，无需操作。`,
            en: `${status.unsent} reads on this PC are still to be sent; the reading service goes on by itself.`,
          })}
        />
      )}
      {status.damaged > 0 && (
        <Alert
          type="error"
          showIcon
          title={say({
            zh: `本机有 ${status.damaged} 条保存的记录无法读出，请联系管理员，并请这些申请人重新刷证。`,
            en: `${status.damaged} saved reads on this PC cannot be read back: tell the administrator, and have those cards read again.`,
          })}
        />
      )}
    </>
  )
}
