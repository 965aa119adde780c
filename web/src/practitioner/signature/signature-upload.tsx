import { useMutation } from '@tanstack/react-query'
import { ProblemError } from '@zhuji/contract/client.ts'
import { uploadSignature } from '@zhuji/contract/signatures.ts'
import { type ScanCheck, scanAccepted, scanChecks, signatureScan } from '@zhuji/domain/scan-rules.ts'
import { Alert, Progress } from 'antd'
import { useState } from 'react'
import { callTelling } from '../../app/call.ts'
import { useWords } from '../../app/language.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { usePersonId } from '../profile.ts'
import { ScanCheckList } from '../records/scan-check-list.tsx'
import { refreshSignatures } from './signature-queries.ts'
import { signatureWords as words } from './signature-words.ts'

/** 上传: every rule of the form's scan is answered before it leaves the device (R5.2, R5.3). */
export function SignatureUpload() {
  const say = useWords()
  const personId = usePersonId()
  const [looked, setLooked] = useState<readonly ScanCheck[] | null>(null)
  const [share, setShare] = useState(0)
  const upload = useMutation({
    mutationFn: (body: Uint8Array) => callTelling(setShare)(uploadSignature, { params: { personId }, body }),
    onSuccess: () => {
      setLooked(null)
      return refreshSignatures(personId)
    },
    onSettled: () => setShare(0),
  })
  const take = async (file: File | undefined) => {
    if (!file) return
    upload.reset()
    const bytes = new Uint8Array(await file.arrayBuffer())
    const checks = scanChecks(bytes, signatureScan)
    setLooked(checks)
    if (scanAccepted(checks)) upload.mutate(bytes)
  }
  const checks = serverChecks(upload.error) ?? looked
  const isRefused = checks !== null && !scanAccepted(checks)
  return (
    <div className="signature-upload">
      <label className="signature-file">
        <span className="link-button primary">{say(words.upload)}</span>
        <span className="hint">
          {say({
            zh: '整张表的扫描件：JPG，100dpi~200dpi，不超过1MB',
            en: 'The whole form: JPG, 100–200 dpi, at most 1 MB',
          })}
        </span>
        <input
          type="file"
          className="sr-only"
          accept="image/jpeg,.jpg,.jpeg"
          disabled={upload.isPending}
          onChange={({ target }) => {
            void take(target.files?.[0])
            target.value = ''
          }}
        />
      </label>
      <div aria-live="polite">
        {upload.isPending && <Progressing share={share} />}
        {isRefused && <ScanCheckList checks={checks} limits={signatureScan} />}
        {isRefused && !upload.error && (
          <Alert
            type="error"
            showIcon
            title={say({
              zh: '该文件没有上传。请按上面标出的项目处理后重新选择。',
              en: 'The file was not uploaded. Mend what is marked above, then choose it again.',
            })}
          />
        )}
        <ProblemAlert error={upload.error} />
      </div>
    </div>
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

/** The server's own answers to the rules, where it refused the file. */
function serverChecks(error: unknown): readonly ScanCheck[] | null {
  if (!(error instanceof ProblemError)) return null
  return (error.problem.details as { checks?: readonly ScanCheck[] } | undefined)?.checks ?? null
}
