import { ProblemError } from '@zhuji/contract/client.ts'
import { type ScanCheck, signatureScan } from '@zhuji/domain/scan-rules.ts'
import { Alert, Progress } from 'antd'
import { type ChangeEvent, lazy, Suspense } from 'react'
import { useWords } from '../../app/language.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { ScanCheckList } from '../records/scan-check-list.tsx'
import { removedWords } from '../records/scan-check-words.ts'
import { signatureWords as words } from './signature-words.ts'
import { useSignatureUpload } from './use-signature-upload.ts'

const ScanStudio = lazy(() =>
  import('../scan-studio/scan-studio.tsx').then((studio) => ({ default: studio.ScanStudio })),
)

/** 上传: a scan that keeps the rules goes as it is; a photo or anything else is made into one first (R5.2, R5.4). */
export function SignatureUpload({ primary }: { primary: boolean }) {
  const { toMend, leave, mended, share, upload, take } = useSignatureUpload()
  return (
    <div className="signature-upload">
      <Choices take={(file) => void take(file)} disabled={upload.isPending} primary={primary} />
      {toMend && (
        <Suspense fallback={<Loading />}>
          <ScanStudio
            limits={signatureScan}
            file={toMend.file}
            note={<WhyMended checks={toMend.checks} />}
            onDone={(jpeg) => void mended(jpeg)}
            onCancel={leave}
          />
        </Suspense>
      )}
      <div aria-live="polite">
        {upload.isPending && <Progressing share={share} />}
        {upload.error && <ServerChecks error={upload.error} />}
        <ProblemAlert error={upload.error} />
        {upload.data && <Uploaded removed={upload.data.removed} />}
      </div>
    </div>
  )
}

interface ChoicesProps {
  take(file: File): void
  disabled: boolean
  primary: boolean
}

function Choices({ take, disabled, primary }: ChoicesProps) {
  const say = useWords()
  const chosen = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    // Emptied, so that choosing the same file again is heard.
    target.value = ''
    if (file) take(file)
  }
  return (
    <>
      <div className="signature-choices">
        <label>
          <span className={primary ? 'link-button primary' : 'link-button'}>{say(words.upload)}</span>
          <input
            type="file"
            className="sr-only"
            accept="image/*,.heic,.heif,.pdf,application/pdf"
            disabled={disabled}
            onChange={chosen}
          />
        </label>
        <label className="signature-camera">
          <span className="link-button">{say({ zh: '拍照', en: 'Take a photo' })}</span>
          <input
            type="file"
            className="sr-only"
            accept="image/*"
            capture="environment"
            disabled={disabled}
            onChange={chosen}
          />
        </label>
      </div>
      <p className="hint">
        {say({
          zh: '整张表的扫描件：JPG，100dpi~200dpi，不超过1MB；照片、其他图片和 PDF 会在本机处理成合格的扫描件。',
          en: 'The whole form as a JPG of 100–200 dpi, at most 1 MB; photos, other pictures and PDFs are made into one on your own device.',
        })}
      </p>
    </>
  )
}

function Progressing({ share }: { share: number }) {
  const say = useWords()
  return (
    <>
      <Progress
        percent={Math.round(share * 100)}
        aria-label={say({ zh: '上传进度', en: 'Upload progress' })}
      />
      {share >= 1 && (
        <p>
          {say({ zh: '正在识别二维码、裁出签名…', en: 'Reading the code and cutting the signature out…' })}
        </p>
      )}
    </>
  )
}

/** What the chosen file itself does not keep, so that the person sees what the studio mends. */
function WhyMended({ checks }: { checks: readonly ScanCheck[] }) {
  const say = useWords()
  const failed = checks.filter(({ outcome }) => outcome === 'failed')
  if (failed.length === 0) return null
  return (
    <details className="studio-own">
      <summary>
        {say({
          zh: '原文件不符合要求，下面帮您处理。查看原因',
          en: 'The file does not keep the rules; it is mended here. Why?',
        })}
      </summary>
      <ScanCheckList checks={failed} limits={signatureScan} />
    </details>
  )
}

/** The server's own answers to the rules, where it refused the file. */
function ServerChecks({ error }: { error: Error }) {
  if (!(error instanceof ProblemError)) return null
  const { checks } = (error.problem.details ?? {}) as { checks?: readonly ScanCheck[] }
  return checks ? <ScanCheckList checks={checks} limits={signatureScan} /> : null
}

function Uploaded({ removed }: { removed: readonly (keyof typeof removedWords)[] }) {
  const say = useWords()
  if (removed.length === 0) return null
  const names = removed.map((part) => say(removedWords[part])).join(say({ zh: '、', en: ', ' }))
  return (
    <Alert
      type="info"
      showIcon
      title={say({
        zh: `为保护隐私，已从文件中去除：${names}。图像本身没有改动。`,
        en: `For your privacy these were cut from the file: ${names}. The picture itself is untouched.`,
      })}
    />
  )
}
