import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../app/language.tsx'
import { Loading } from '../../ui/loading.tsx'
import type { OpenPdf } from './open-pdf.ts'

interface Props {
  pdf: OpenPdf
  disabled: boolean
  choose(page: number): void
}

/** Leafs through a PDF; one of its pages becomes the scan. */
export function PdfPages({ pdf, disabled, choose }: Props) {
  const say = useWords()
  const [page, setPage] = useState(1)
  const [file] = useState(() => crypto.randomUUID())
  const { data, error } = useQuery({
    queryKey: ['pdf-page', file, page],
    queryFn: () => pdf.draw(page, 900),
    gcTime: 0,
    retry: false,
  })
  const name = say({ zh: `第 ${page} 页，共 ${pdf.pages} 页`, en: `Page ${page} of ${pdf.pages}` })
  return (
    <div className="studio-pdf">
      <p role="status">
        {say({
          zh: `这个 PDF 有 ${pdf.pages} 页，请选一页。`,
          en: `This PDF has ${pdf.pages} pages; choose one.`,
        })}
      </p>
      <div className="studio-ground">
        {data && <PageCanvas picture={data.picture} name={name} />}
        {!data && !error && <Loading />}
        {error && (
          <p role="alert" className="suspicion">
            {say({
              zh: '这一页显示不出来。请换一页，或拍照上传。',
              en: 'This page cannot be shown. Choose another one, or take a photo.',
            })}
          </p>
        )}
      </div>
      <div className="studio-buttons">
        <Button disabled={page === 1} onClick={() => setPage(page - 1)}>
          {say({ zh: '上一页', en: 'Page before' })}
        </Button>
        <span>
          {page} / {pdf.pages}
        </span>
        <Button disabled={page === pdf.pages} onClick={() => setPage(page + 1)}>
          {say({ zh: '下一页', en: 'Next page' })}
        </Button>
        <Button type="primary" disabled={disabled || !data} loading={disabled} onClick={() => choose(page)}>
          {say({ zh: '用这一页', en: 'Use this page' })}
        </Button>
      </div>
    </div>
  )
}

function PageCanvas({ picture, name }: { picture: ImageBitmap; name: string }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    canvas.current?.getContext('2d')?.drawImage(picture, 0, 0)
  }, [picture])
  return (
    <canvas
      ref={canvas}
      className="studio-page"
      width={picture.width}
      height={picture.height}
      role="img"
      aria-label={name}
    />
  )
}
