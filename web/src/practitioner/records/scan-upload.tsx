import { useMutation } from '@tanstack/react-query'
import { ProblemError } from '@zhuji/contract/client.ts'
import { addScan, type RecordView } from '@zhuji/contract/records.ts'
import { decidePage, mostPages } from '@zhuji/domain/scan-pages.ts'
import { type ScanCheck, scanAccepted, scanChecks } from '@zhuji/domain/scan-rules.ts'
import { Alert, Progress } from 'antd'
import { type DragEvent, useState } from 'react'
import { callTelling } from '../../app/call.ts'
import { useWords } from '../../app/language.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { refreshProfile, showRecord, usePersonId } from '../profile.ts'
import { ScanCheckList } from './scan-check-list.tsx'
import { removedWords } from './scan-check-words.ts'

interface Looked {
  name: string
  checks: readonly ScanCheck[]
}

/** Takes a file, answers every rule before it leaves the device, and uploads what passes (R5.1, R5.3, R5.6). */
export function ScanUpload({ record }: { record: RecordView }) {
  const say = useWords()
  const personId = usePersonId()
  const [looked, setLooked] = useState<Looked | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const [over, setOver] = useState(false)
  const upload = useMutation({
    mutationFn: (body: Uint8Array) =>
      callTelling(setShare)(addScan, {
        params: { personId, recordId: record.id, version: record.version },
        query: { shows: record.payload.lost === true ? 'proof' : 'certificate' },
        body,
      }),
    onSuccess: (answer) => showRecord(personId, answer.record),
    onError: () => refreshProfile(personId),
    onSettled: () => setShare(null),
  })
  const take = async (file: File | undefined) => {
    if (!file) return
    upload.reset()
    const bytes = new Uint8Array(await file.arrayBuffer())
    const checks = scanChecks(bytes)
    setLooked({ name: file.name, checks })
    if (scanAccepted(checks)) upload.mutate(bytes)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  if (!decidePage(record.scans.length).granted)
    return (
      <p className="hint">
        {say({ zh: `扫描件最多 ${mostPages} 页。`, en: `A scan has at most ${mostPages} pages.` })}
      </p>
    )
  const checks = serverChecks(upload.error) ?? looked?.checks
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a way besides the labelled input inside */}
      <div
        className={over ? 'drop drop-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <label>
          <span className="link-button">{say({ zh: '选择扫描件（JPG）', en: 'Choose a scan (JPG)' })}</span>
          <span className="hint">{say({ zh: '也可以把文件拖到这里', en: 'or drop the file here' })}</span>
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
      </div>
      <div aria-live="polite">
        {upload.isPending && (
          <Progress
            percent={Math.round((share ?? 0) * 100)}
            aria-label={say({ zh: '上传进度', en: 'Upload progress' })}
          />
        )}
        {looked && <h4 className="looked">{looked.name}</h4>}
        {checks && <ScanCheckList checks={checks} />}
        {looked && !scanAccepted(looked.checks) && (
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
        {upload.data && <Uploaded removed={upload.data.removed} />}
      </div>
    </>
  )
}

/** The server's own answers to the rules, where it refused the file. */
function serverChecks(error: unknown): readonly ScanCheck[] | null {
  if (!(error instanceof ProblemError)) return null
  return (error.problem.details as { checks?: readonly ScanCheck[] } | undefined)?.checks ?? null
}

function Uploaded({ removed }: { removed: readonly (keyof typeof removedWords)[] }) {
  const say = useWords()
  const names = removed.map((part) => say(removedWords[part])).join(say({ zh: '、', en: ', ' }))
  return (
    <Alert
      type="success"
      showIcon
      title={say({ zh: '上传成功', en: 'Uploaded' })}
      description={
        names &&
        say({
          zh: `为保护隐私，已从文件中去除：${names}。图像本身没有改动。`,
          en: `For your privacy these were cut from the file: ${names}. The picture itself is untouched.`,
        })
      }
    />
  )
}
