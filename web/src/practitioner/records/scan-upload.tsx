import { useMutation } from '@tanstack/react-query'
import { ProblemError } from '@zhuji/contract/client.ts'
import { addScan, type RecordView } from '@zhuji/contract/records.ts'
import type { PageShows } from '@zhuji/domain/scan-pages.ts'
import { type ScanCheck, scanAccepted, scanChecks } from '@zhuji/domain/scan-rules.ts'
import { Alert, Button, Progress } from 'antd'
import { type DragEvent, lazy, Suspense, useState } from 'react'
import { callTelling } from '../../app/call.ts'
import { useWords } from '../../app/language.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { refreshProfile, showRecord, usePersonId } from '../profile.ts'
import { ChooseSource } from '../scan-studio/choose-source.tsx'
import { ScanCheckList } from './scan-check-list.tsx'
import { removedWords } from './scan-check-words.ts'

const ScanStudio = lazy(() =>
  import('../scan-studio/scan-studio.tsx').then((studio) => ({ default: studio.ScanStudio })),
)

interface Looked {
  file: File
  /** Empty where the file is no JPEG, and so is made into one. */
  checks: readonly ScanCheck[]
}

interface Props {
  record: RecordView
  shows: PageShows
}

/**
 * Takes any photo, picture or PDF. A JPEG that keeps every rule is uploaded untouched; all else becomes one in the
 * studio before anything leaves the device (R5.1, R5.3, R5.4, R5.6).
 */
export function ScanUpload({ record, shows }: Props) {
  const say = useWords()
  const { looked, studio, setStudio, share, upload, take, done } = useScanUpload({ record, shows })
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files[0])
  }
  const refused = looked !== null && !scanAccepted(looked.checks)
  const checks = serverChecks(upload.error) ?? looked?.checks
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a way besides the labelled inputs inside */}
      <div
        className={over ? 'drop drop-over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <ChooseSource take={(file) => void take(file)} disabled={upload.isPending}>
          <span className="hint">
            {say({
              zh: '照片、图片、PDF 均可，也可拖到这里；不合要求的会自动处理。',
              en: 'A photo, picture or PDF, also dropped here; what does not keep the rules is made to.',
            })}
          </span>
        </ChooseSource>
      </div>
      {studio && (
        <Suspense fallback={<Loading />}>
          <ScanStudio
            file={studio}
            note={looked && looked.checks.length > 0 && <OwnChecks checks={looked.checks} />}
            onDone={(jpeg) => void done(jpeg)}
            onCancel={() => setStudio(null)}
          />
        </Suspense>
      )}
      <div aria-live="polite">
        {upload.isPending && (
          <Progress
            percent={Math.round((share ?? 0) * 100)}
            aria-label={say({ zh: '上传进度', en: 'Upload progress' })}
          />
        )}
        {looked && !studio && <h4 className="looked">{looked.file.name}</h4>}
        {checks && !studio && <ScanCheckList checks={checks} />}
        {refused && !studio && (
          <Alert
            type="error"
            showIcon
            title={say({ zh: '该文件没有上传。', en: 'The file was not uploaded.' })}
            action={
              <Button onClick={() => setStudio(looked.file)}>
                {say({ zh: '处理成合格扫描件', en: 'Make it keep the rules' })}
              </Button>
            }
          />
        )}
        <ProblemAlert
          error={upload.error}
          {...(upload.variables && { again: () => upload.mutate(upload.variables) })}
        />
        {upload.data && <Uploaded removed={upload.data.removed} />}
      </div>
    </>
  )
}

function useScanUpload({ record, shows }: Props) {
  const personId = usePersonId()
  const [looked, setLooked] = useState<Looked | null>(null)
  const [studio, setStudio] = useState<File | null>(null)
  const [share, setShare] = useState<number | null>(null)
  const upload = useMutation({
    mutationFn: (body: Uint8Array) =>
      callTelling(setShare)(addScan, {
        params: { personId, recordId: record.id, version: record.version },
        query: { shows },
        body,
      }),
    onSuccess: (answer) => showRecord(personId, answer.record),
    onError: () => refreshProfile(personId),
    onSettled: () => setShare(null),
  })
  const take = async (file: File | undefined) => {
    if (!file) return
    upload.reset()
    const { checks, bytes } = await lookedAt(file)
    setLooked({ file, checks })
    if (bytes && scanAccepted(checks)) upload.mutate(bytes)
    else setStudio(file)
  }
  const done = async (jpeg: Blob) => {
    setStudio(null)
    setLooked(null)
    upload.mutate(new Uint8Array(await jpeg.arrayBuffer()))
  }
  return { looked, studio, setStudio, share, upload, take, done }
}

/** A JPEG answers every rule; other kinds go to the studio unasked. */
async function lookedAt(file: File): Promise<{ checks: readonly ScanCheck[]; bytes: Uint8Array | null }> {
  const head = new Uint8Array(await file.slice(0, 3).arrayBuffer())
  if (head[0] !== 0xff || head[1] !== 0xd8) return { checks: [], bytes: null }
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { checks: scanChecks(bytes), bytes }
}

/** What the chosen file itself does not keep, so that the person sees what the studio mends. */
function OwnChecks({ checks }: { checks: readonly ScanCheck[] }) {
  const say = useWords()
  return (
    <details className="studio-own">
      <summary>
        {say({
          zh: '原文件不符合要求，下面帮您处理。查看原因',
          en: 'The file does not keep the rules; it is mended here. Why?',
        })}
      </summary>
      <ScanCheckList checks={checks.filter(({ outcome }) => outcome === 'failed')} />
    </details>
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
