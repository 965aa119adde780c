import { Link } from '@tanstack/react-router'
import { useWords } from '../../app/language.tsx'
import { PageHeading } from '../../app/page-frame.tsx'
import { LevelLegend } from '../../ui/level-legend.tsx'
import { FiledSignature } from './filed-signature.tsx'
import { FormerSignatures } from './former-signatures.tsx'
import { SignatureConfirmation } from './signature-confirmation.tsx'
import { useSignatures } from './signature-queries.ts'
import { SignatureUpload } from './signature-upload.tsx'
import { signatureWords as words } from './signature-words.ts'
import '../records/records.css'
import './signature.css'

/** 个人签名信息: print, sign, scan or photograph, see it cut out, confirm (R10.1–R10.3, G62, G65). */
export function SignaturePage() {
  const say = useWords()
  const signatures = useSignatures()
  const waiting = signatures.find(({ state }) => state === 'to-confirm')
  const filed = signatures.find(({ state }) => state === 'filed')
  const former = signatures.filter(({ state }) => state === 'superseded')
  return (
    <>
      <PageHeading>{say(words.heading)}</PageHeading>
      {!waiting && !filed && <p className="signature-none">{say(words.none)}</p>}
      {waiting && (
        <SignatureConfirmation key={waiting.id} signature={waiting} replaces={filed !== undefined} />
      )}
      {filed && <FiledSignature signature={filed} />}
      <section className="signature-block" aria-labelledby="signature-form">
        <h2 id="signature-form">{say(words.form)}</h2>
        <p>{say(words.howTo)}</p>
        <div className="buttons">
          <Link to="/me/signature/form" className="link-button">
            {say(words.print)}
          </Link>
        </div>
        <SignatureUpload primary={!waiting} />
        <p className="hint">{say(words.firstInstruction)}</p>
        <p className="hint">{say(words.purpose)}</p>
        <p className="hint">
          {say(words.window)} <a href="/windows">{say({ zh: '查看受理窗口', en: 'See the windows' })}</a>
        </p>
      </section>
      {former.length > 0 && <FormerSignatures signatures={former} />}
      <LevelLegend />
    </>
  )
}
