import { useQuery } from '@tanstack/react-query'
import type { SignatureView } from '@zhuji/contract/signatures.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../app/language.tsx'
import { useObjectUrl } from '../../parts/use-object-url.ts'
import { Loading } from '../../ui/loading.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { usePersonId } from '../profile.ts'
import { pictureQuery } from './signature-queries.ts'

const zooms = [1, 1.5, 2, 3] as const

/** The cut-out on a chequered ground, which shows that the paper is gone; larger on demand. */
export function SignaturePicture({ signature }: { signature: SignatureView }) {
  const say = useWords()
  const { data, error, refetch } = useQuery(pictureQuery(usePersonId(), signature.id, 'cut-out'))
  const address = useObjectUrl(data)
  const [zoom, setZoom] = useState(0)
  const larger = zooms[zoom] ?? 1
  if (error) return <ProblemAlert error={error} again={() => void refetch()} />
  if (!address) return <Loading />
  return (
    <figure className="cut-out">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what is larger than its ground is scrolled by keyboard */}
      <div className="cut-out-ground" tabIndex={0}>
        <img
          src={address}
          style={{ width: `${larger * 100}%` }}
          width={signature.cutOut.width}
          height={signature.cutOut.height}
          alt={say({ zh: '从表上裁出的签名', en: 'The signature cut out of the form' })}
        />
      </div>
      <figcaption>
        <Button disabled={zoom === 0} onClick={() => setZoom(zoom - 1)}>
          {say({ zh: '缩小', en: 'Smaller' })}
        </Button>
        <span role="status">{Math.round(larger * 100)}%</span>
        <Button disabled={zoom === zooms.length - 1} onClick={() => setZoom(zoom + 1)}>
          {say({ zh: '放大', en: 'Larger' })}
        </Button>
      </figcaption>
    </figure>
  )
}
