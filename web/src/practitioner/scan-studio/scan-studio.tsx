import { certificateScan, type ScanLimits } from '@zhuji/domain/scan-rules.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { Alert, Modal, Spin } from 'antd'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { useWords } from '../../app/language.tsx'
import { useNarrow } from '../../app/use-narrow.ts'
import { ChooseSource } from './choose-source.tsx'
import { PdfPages } from './pdf-pages.tsx'
import { ScanResult } from './scan-result.tsx'
import { SheetEditor } from './sheet-editor.tsx'
import { type StudioStep, useStudio } from './use-studio.ts'
import './scan-studio.css'

interface Props {
  /** The rules that the result keeps: of a certificate's scan unless said otherwise. */
  limits?: ScanLimits
  /** What to begin with; without it the studio asks for a photo or a file. */
  file?: Blob | null
  /** Said above the first steps of that file, such as what is wrong with it. */
  note?: ReactNode
  /** Takes a JPEG that keeps every rule; closing the studio is the caller's. */
  onDone(jpeg: Blob): void
  onCancel(): void
}

const headings: Record<StudioStep['at'], Words> = {
  choose: { zh: '选择照片或文件', en: 'Choose a photo or file' },
  pdf: { zh: '选择一页', en: 'Choose a page' },
  edges: { zh: '核对边缘和纸张', en: 'Check edges and paper' },
  result: { zh: '核对扫描件', en: 'Check the scan' },
}

const runningWords = {
  opening: { zh: '正在打开图片、寻找证书边缘…', en: 'Opening the picture and looking for the sheet…' },
  turning: { zh: '正在旋转…', en: 'Turning…' },
  making: { zh: '正在拉直、压缩…', en: 'Straightening and compressing…' },
} as const

/** Makes a compliant scan from any photo, picture or page of a PDF, on the person's own device (R5.4, R5.5). */
export function ScanStudio({ limits = certificateScan, file = null, note, onDone, onCancel }: Props) {
  const say = useWords()
  const narrow = useNarrow()
  const { step, running, problem, choose, choosePage, turn, make, go } = useStudio(limits, file)
  const [own, setOwn] = useState(true)
  const heading = useRef<HTMLHeadingElement>(null)
  const { at } = step
  useEffect(() => {
    if (at !== 'choose') heading.current?.focus()
  }, [at])
  const again = () => {
    setOwn(false)
    go({ at: 'choose' })
  }
  const take = (chosen: File) => {
    setOwn(false)
    void choose(chosen)
  }
  return (
    <Modal
      open
      title={<h2 className="drawer-title">{say({ zh: '制作扫描件', en: 'Make a scan' })}</h2>}
      footer={null}
      width={narrow ? '100%' : 'min(1040px, 94vw)'}
      className="studio"
      mask={{ closable: false }}
      onCancel={onCancel}
      closable={{ 'aria-label': say({ zh: '关闭', en: 'Close' }) }}
    >
      <h3 ref={heading} tabIndex={-1} className="studio-heading">
        {say(headings[at])}
      </h3>
      {own && at !== 'result' && note}
      <div aria-live="polite">
        {running && (
          <p className="loading">
            <Spin />
            <span>{say(runningWords[running])}</span>
          </p>
        )}
        {problem && <Alert type="error" showIcon className="problem" title={say(problem)} />}
      </div>
      {step.at === 'choose' && (
        <>
          <p>
            {say({
              zh: '照片、图片或 PDF 都可以。系统会在您的手机或电脑上自动找边、拉直、按 1:1 压缩成合格的 JPG，原图不会上传。',
              en: 'A photo, a picture or a PDF. Your own device finds the edges, straightens it and makes a JPG that keeps the rules; the original is not sent.',
            })}
          </p>
          <ChooseSource take={take} disabled={running !== null} />
        </>
      )}
      {step.at === 'pdf' && (
        <PdfPages
          pdf={step.pdf}
          disabled={running !== null}
          choose={(page) => void choosePage(step.pdf, page)}
        />
      )}
      {step.at === 'edges' && (
        <SheetEditor
          step={step}
          limits={limits}
          running={running}
          move={(quad) => go({ ...step, quad })}
          turn={(quarters) => void turn(step, quarters)}
          make={(size) => void make(step, size)}
          again={again}
        />
      )}
      {step.at === 'result' && (
        <ScanResult
          before={step.edges.picture.preview}
          made={step.made}
          checks={step.checks}
          use={() => onDone(step.made.jpeg)}
          back={() => go(step.edges)}
          again={again}
        />
      )}
    </Modal>
  )
}
