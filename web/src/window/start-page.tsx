import { useNavigate } from '@tanstack/react-router'
import { Button } from 'antd'
import { useWords } from '../app/language.tsx'
import { PageHeading } from '../app/page-frame.tsx'
import { useSession } from '../app/session.ts'
import { DayTally } from './day-tally.tsx'
import { KeyHelp } from './key-help.tsx'
import { useKeys } from './use-keys.ts'

/** 人员建档身份证读卡: where a clerk's day begins, with the guide's buttons and red hints (G80, G140). */
export function StartPage() {
  const say = useWords()
  const navigate = useNavigate()
  const actor = useSession()?.actor
  const toReading = () => void navigate({ to: '/window/reading' })
  const toPhoneChange = () => void navigate({ to: '/window/phone-change' })
  const toVerification = () => void navigate({ to: '/window/verification' })
  useKeys({ F2: toReading, F3: toPhoneChange, F4: toVerification })
  const office = actor && 'departmentName' in actor ? actor.departmentName : null
  return (
    <>
      <PageHeading>{say({ zh: '人员建档身份证读卡', en: 'Identity card reading' })}</PageHeading>
      <section className="start-panel">
        <div className="start-buttons">
          <Button type="primary" size="large" onClick={toReading}>
            {say({ zh: '点击读卡', en: 'Read cards' })}
          </Button>
          <Button size="large" onClick={toPhoneChange}>
            {say({ zh: '修改手机号', en: 'Change mobile number' })}
          </Button>
          <Button size="large" onClick={toVerification}>
            {say({ zh: '原件核对', en: 'Check originals' })}
          </Button>
        </div>
        <p className="red-hint">
          {say({
            zh: '*如需进行身份证读卡，请点击“点击读卡”按钮进入身份证读卡界面。',
            en: '*To read identity cards, press “Read cards”.',
          })}
        </p>
        <p className="red-hint">
          {say({
            zh: '*如需修改注册时所用手机号，请点击“修改手机号”按钮。',
            en: '*To change the mobile number given at registration, press “Change mobile number”.',
          })}
        </p>
        <DayTally />
        <KeyHelp
          hints={[
            { keys: ['F2'], does: { zh: '点击读卡', en: 'Read cards' } },
            { keys: ['F3'], does: { zh: '修改手机号', en: 'Change mobile number' } },
            { keys: ['F4'], does: { zh: '原件核对', en: 'Check originals' } },
          ]}
        />
      </section>
      {office && (
        <p className="host-office">
          {say({ zh: '主办单位：', en: 'Office: ' })}
          {office}
        </p>
      )}
    </>
  )
}
