import { useNavigate, useSearch } from '@tanstack/react-router'
import type { VerificationWork } from '@zhuji/contract/verification.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { Alert, Radio } from 'antd'
import { useCallback, useState } from 'react'
import { useWords } from '../app/language.tsx'
import { CardText } from '../parts/card-text.tsx'
import { CertificateDesk } from './certificate-desk.tsx'
import { CertificateList } from './certificate-list.tsx'
import { certificateTitle } from './certificate-title.ts'
import type { Decided } from './day-tally.tsx'
import { isOpen, nextOpen } from './desk.ts'
import { flagWords } from './read-words.ts'
import { SettledCertificate } from './settled-certificate.tsx'
import { useKeys } from './use-keys.ts'
import type { Bearer, WorkRecord } from './verification-queries.ts'
import './certificate-desk.css'

const doneWords: Record<Decided, Words> = {
  verified: { zh: '已核对通过，升为 C 级：', en: 'Verified, now at level C: ' },
  refused: { zh: '已记录不予核对，理由将告知本人：', en: 'Refused; the person is told the reasons: ' },
  cancelled: { zh: '已取消原件核对，退回 D 级：', en: 'Verification cancelled, back at level D: ' },
}

const joined = (a: Words, b: Words): Words => ({ zh: a.zh + b.zh, en: a.en + b.en })

/** The person's certificates, one on the desk; after each decision the next comes by itself. */
export function PersonAtWindow({ work }: { work: VerificationWork }) {
  const say = useWords()
  const { record: chosen } = useSearch({ from: '/clerk/window/verification' })
  const navigate = useNavigate({ from: '/window/verification' })
  const [presentedBy, setPresentedBy] = useState<Bearer>('person')
  const [done, setDone] = useState<Words | null>(null)
  const { person, records } = work
  const record = records.find(({ id }) => id === chosen) ?? records.find(isOpen)
  const open = useCallback(
    (recordId: string | undefined) =>
      void navigate({
        search: { person: person.personId, ...(recordId !== undefined && { record: recordId }) },
        replace: true,
      }),
    [navigate, person.personId],
  )
  const step = (by: number) => {
    const at = records.findIndex(({ id }) => id === record?.id)
    const next = records[Math.min(Math.max(at + by, 0), records.length - 1)]
    if (next) open(next.id)
  }
  useKeys({
    p: () => setPresentedBy((now) => (now === 'person' ? 'agent' : 'person')),
    '[': () => step(-1),
    ']': () => step(1),
  })
  const decided = (of: WorkRecord, how: Decided) => {
    setDone(joined(doneWords[how], certificateTitle(of)))
    open(how === 'cancelled' ? of.id : nextOpen(records, of.id)?.id)
  }
  return (
    <>
      <PersonBand work={work} presentedBy={presentedBy} setPresentedBy={setPresentedBy} />
      <div className="verification">
        <div>
          <CertificateList records={records} openId={record?.id} open={open} />
          {done !== null && <Alert type="success" showIcon role="status" title={say(done)} />}
        </div>
        {record === undefined ? (
          <AllDone count={records.length} />
        ) : record.level === 'D' ? (
          <CertificateDesk
            key={record.id}
            personId={person.personId}
            record={record}
            presentedBy={presentedBy}
            decided={(how) => decided(record, how)}
          />
        ) : (
          <SettledCertificate
            key={record.id}
            personId={person.personId}
            record={record}
            decided={(how) => decided(record, how)}
          />
        )}
      </div>
    </>
  )
}

function AllDone({ count }: { count: number }) {
  const say = useWords()
  return (
    <p className="empty">
      {count === 0
        ? say({
            zh: '本人还没有填报需要核对原件的证书。请其登录后先填报并上传扫描件。',
            en: 'The person has entered no certificate with an original yet: ask them to sign in, enter it and upload its scan.',
          })
        : say({
            zh: '没有待核对的证书了。按 F2 读下一位的证件，或按 / 输入号码。',
            en: 'Nothing is left to check. Press F2 to read the next person’s card, or / to type a number.',
          })}
    </p>
  )
}

interface BandProps {
  work: VerificationWork
  presentedBy: Bearer
  setPresentedBy(bearer: Bearer): void
}

const MOST_WITHOUT_APPOINTMENT = 20

function PersonBand({ work: { person, records }, presentedBy, setPresentedBy }: BandProps) {
  const say = useWords()
  const waiting = records.filter(isOpen).length
  return (
    <section className="person-band" aria-label={say({ zh: '办理人', en: 'The person' })}>
      <strong>
        <CardText text={person.name} />
      </strong>
      <span className="read-number">{person.number}</span>
      <span>{say({ zh: `待核对 ${waiting} 件`, en: `${waiting} to check` })}</span>
      <fieldset>
        <legend>
          {say({ zh: '持件人', en: 'Brought by' })} <kbd>P</kbd>
        </legend>
        <Radio.Group value={presentedBy} onChange={({ target }) => setPresentedBy(target.value)}>
          <Radio value="person">{say({ zh: '本人', en: 'The person' })}</Radio>
          <Radio value="agent">{say({ zh: '委托人', en: 'An agent' })}</Radio>
        </Radio.Group>
      </fieldset>
      {person.flags.map((flag) => (
        <span key={flag} className="person-flag">
          ! {say(flagWords(flag, null))}
        </span>
      ))}
      {waiting > MOST_WITHOUT_APPOINTMENT && (
        <span className="person-flag">
          !{' '}
          {say({
            zh: '一次核对超过 20 本证书的，需提前预约。',
            en: 'More than 20 certificates in one visit need an appointment.',
          })}
        </span>
      )}
    </section>
  )
}
