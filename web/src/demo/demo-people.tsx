import type { CardFactsView } from '@zhuji/contract/card-reads.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { useWords } from '../app/language.tsx'
import { Copyable } from './copyable.tsx'

interface DemoPerson {
  label: string
  mobile: string
  collected: boolean
  registered: boolean
  card: CardFactsView
}

const factLabels: readonly [keyof CardFactsView, Words][] = [
  ['name', { zh: '姓名', en: 'Name' }],
  ['number', { zh: '证件号', en: 'Number' }],
  ['address', { zh: '住址', en: 'Address' }],
  ['issuer', { zh: '签发机关', en: 'Issuer' }],
  ['validFrom', { zh: '有效期起', en: 'Valid from' }],
  ['validUntil', { zh: '有效期止', en: 'Valid until' }],
  ['permitNumber', { zh: '通行证号码', en: 'Permit number' }],
  ['nationality', { zh: '国籍', en: 'Nationality' }],
  ['birthDate', { zh: '出生日期', en: 'Birth date' }],
]

const stateOf = ({ collected, registered }: DemoPerson): Words => {
  if (registered) return { zh: '已注册，可登录', en: 'registered: may sign in' }
  return collected
    ? { zh: '已刷证，可注册', en: 'card read: may register' }
    : { zh: '未刷证，请先到窗口读卡', en: 'card not yet read: go to a window first' }
}

/** Made-up people with the facts of their cards, to be copied. */
export function DemoPeople({ people }: { people: readonly DemoPerson[] }) {
  const say = useWords()
  return (
    <ul className="demo-cards">
      {people.map((person) => (
        <li key={person.card.number}>
          <h3>{person.label}</h3>
          <p className="hint">{say(stateOf(person))}</p>
          <dl>
            <dt>{say({ zh: '手机号码', en: 'Mobile' })}</dt>
            <dd>
              <Copyable label={say({ zh: '手机号码', en: 'mobile' })} value={person.mobile} />
            </dd>
            {factLabels.map(([fact, label]) => {
              const value = person.card[fact]
              return (
                value !== null && (
                  <Fact
                    key={fact}
                    label={say(label)}
                    value={value === 'long-term' ? say({ zh: '长期', en: 'Long-term' }) : value}
                  />
                )
              )
            })}
          </dl>
        </li>
      ))}
    </ul>
  )
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <Copyable label={label} value={value} />
      </dd>
    </>
  )
}
