import type { Words } from '@zhuji/domain/words.ts'
import { useWords } from '../app/language.tsx'
import { useNow } from '../ui/use-now.ts'
import { Copyable } from './copyable.tsx'

interface StaffLine {
  account: string
  password: string
  otp: string
  otpEndsAt: string
  role: string
  office: string
}

const roleWords: Record<string, Words> = {
  clerk: { zh: '窗口人员', en: 'clerk' },
  administrator: { zh: '管理员', en: 'administrator' },
}

/** Accounts with their password and the second factor of this half minute. */
export function DemoStaff({ staff }: { staff: readonly StaffLine[] }) {
  const say = useWords()
  const now = useNow(1000)
  const left = ({ otpEndsAt }: StaffLine) =>
    Math.max(0, Math.ceil((new Date(otpEndsAt).getTime() - now) / 1000))
  return (
    <ul className="demo-cards">
      {staff.map((line) => (
        <li key={line.account}>
          <h3>
            {line.office && `${line.office} · `}
            {say(roleWords[line.role] ?? { zh: line.role, en: line.role })}
          </h3>
          <dl>
            <dt>{say({ zh: '账号', en: 'Account' })}</dt>
            <dd>
              <Copyable label={say({ zh: '账号', en: 'account' })} value={line.account} />
            </dd>
            <dt>{say({ zh: '密码', en: 'Password' })}</dt>
            <dd>
              <Copyable label={say({ zh: '密码', en: 'password' })} value={line.password} />
            </dd>
            <dt>{say({ zh: '动态口令', en: 'Second factor' })}</dt>
            <dd>
              <Copyable label={say({ zh: '动态口令', en: 'second factor' })} value={line.otp} />{' '}
              <span className="hint">
                {say({ zh: `${left(line)} 秒后更换`, en: `${left(line)} s left` })}
              </span>
            </dd>
          </dl>
        </li>
      ))}
    </ul>
  )
}
