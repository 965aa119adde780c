import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { createClient } from '@zhuji/contract/client.ts'
import { demoPeople } from '@zhuji/contract/demo.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { Button, Select } from 'antd'
import { useMemo, useState } from 'react'
import { call } from '../app/call.ts'
import { useWords } from '../app/language.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { KeyHelp } from './key-help.tsx'
import { layCard, liftCard, setFault, simulatorState } from './simulator-routes.ts'
import { useKeys } from './use-keys.ts'
import './simulated-reader.css'

const NONE = 'none'
const faultWords: Readonly<Record<string, Words>> = {
  [NONE]: { zh: '正常', en: 'None' },
  unplugged: { zh: '拔掉阅读器', en: 'Reader unplugged' },
  silence: { zh: '阅读器没有响应', en: 'Reader silent' },
  'self-test': { zh: '自检失败', en: 'Self-test fails' },
  'not-authorised': { zh: '安全模块未授权', en: 'Module not authorised' },
  'card-rejected': { zh: '证件未通过验证', en: 'Card rejected' },
  'read-fails': { zh: '读取中移动证件', en: 'Card moved while read' },
  'card-fault': { zh: '证件或阅读器异常', en: 'Card fault' },
  'wrong-checksum': { zh: '通信异常', en: 'Bad line' },
  'wrong-command': { zh: '型号不兼容', en: 'Incompatible model' },
}

function useSimulator(url: string) {
  const queries = useQueryClient()
  const queryKey = ['simulator', url]
  const hand = useMemo(() => createClient(url, (address, init) => fetch(address, init)), [url])
  const state = useQuery({ queryKey, queryFn: () => hand(simulatorState, {}), refetchInterval: 3000 })
  const people = useQuery({ queryKey: ['demo-people'], queryFn: () => call(demoPeople, {}) })
  const act = useMutation({
    mutationFn: (order: () => Promise<unknown>) => order(),
    onSettled: () => Promise.all([state.refetch(), queries.invalidateQueries({ queryKey: ['demo-people'] })]),
  })
  return { hand, state: state.data, people: people.data?.people ?? [], error: people.error ?? act.error, act }
}

interface Props {
  url: string
  /** Whether ↑ and ↓ choose the card; not where the page needs them itself. */
  arrows?: boolean
}

/** 模拟读卡器: the hand that lays a demo person's card down. Demo only, and marked as such. */
export function SimulatedReader({ url, arrows = true }: Props) {
  const say = useWords()
  const { hand, state, people, error, act } = useSimulator(url)
  const [at, setAt] = useState(0)
  const person = people[at]
  const lies = state?.card === true
  const toggle = () => {
    if (lies) act.mutate(() => hand(liftCard, {}))
    else if (person) act.mutate(() => hand(layCard, { body: { facts: person.card } }))
  }
  const turn = (by: number) => setAt((now) => (now + by + people.length) % Math.max(people.length, 1))
  useKeys({ l: toggle, ...(arrows && { ArrowDown: () => turn(1), ArrowUp: () => turn(-1) }) })
  const choose = (fault: string) =>
    act.mutate(() => hand(setFault, { body: { fault: fault === NONE ? null : fault } }))
  return (
    <section className="simulator" aria-labelledby="simulator">
      <h2 id="simulator">{say({ zh: '模拟读卡器（仅演示环境）', en: 'Simulated reader (demo only)' })}</h2>
      <div className="simulator-row">
        <label htmlFor="simulated-card">{say({ zh: '证件', en: 'Card' })}</label>
        <Select
          id="simulated-card"
          className="simulated-card"
          popupMatchSelectWidth={false}
          value={person ? at : null}
          onChange={setAt}
          disabled={lies}
          showSearch={{ optionFilterProp: 'label' }}
          options={people.map((one, value) => ({ value, label: labelOf(one, say) }))}
        />
        <Button onClick={toggle} disabled={!(lies || person)}>
          {lies
            ? say({ zh: '取走证件', en: 'Lift the card' })
            : say({ zh: '放上证件', en: 'Lay the card down' })}{' '}
          <kbd>L</kbd>
        </Button>
        <span role="status" className="quiet">
          {lies
            ? say({ zh: '感应区上有证件', en: 'A card lies on the reader' })
            : say({ zh: '感应区为空', en: 'Nothing lies on the reader' })}
        </span>
        <label htmlFor="simulated-fault">{say({ zh: '故障', en: 'Fault' })}</label>
        <Select
          id="simulated-fault"
          value={state?.fault ?? NONE}
          onChange={choose}
          options={Object.entries(faultWords).map(([value, words]) => ({ value, label: say(words) }))}
        />
      </div>
      <ProblemAlert error={error} />
      <KeyHelp
        hints={[
          ...(arrows ? [{ keys: ['↑', '↓'], does: { zh: '换一张证件', en: 'Another card' } }] : []),
          { keys: ['L'], does: { zh: '放上 / 取走', en: 'Lay down / lift' } },
        ]}
      />
    </section>
  )
}

function labelOf(person: { label: string; collected: boolean }, say: (words: Words) => string): string {
  const state = person.collected ? { zh: '已采集', en: 'collected' } : { zh: '未采集', en: 'not collected' }
  return `${person.label} · ${say(state)}`
}
