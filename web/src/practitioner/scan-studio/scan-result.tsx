import { qualityFaultWords, qualityGoodWords } from '@zhuji/domain/scan-quality.ts'
import { type ScanCheck, scanAccepted } from '@zhuji/domain/scan-rules.ts'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../app/language.tsx'
import { useObjectUrl } from '../../parts/use-object-url.ts'
import { ScanCheckList } from '../records/scan-check-list.tsx'
import type { MadeScan } from './pixel-order.ts'

interface Props {
  before: Blob
  made: MadeScan
  checks: readonly ScanCheck[]
  use(): void
  back(): void
  again(): void
}

/** Before and after, each rule ticked, and what a window might dislike; the person decides. */
export function ScanResult({ before, made, checks, use, back, again }: Props) {
  const say = useWords()
  const beforeUrl = useObjectUrl(before)
  const afterUrl = useObjectUrl(made.jpeg)
  const [large, setLarge] = useState(false)
  const doubtful = made.faults.length > 0
  return (
    <div className="studio-result">
      <div className="studio-pair">
        <figure>
          <figcaption>{say({ zh: '处理前', en: 'Before' })}</figcaption>
          {beforeUrl && <img src={beforeUrl} alt={say({ zh: '处理前的图片', en: 'The picture before' })} />}
        </figure>
        <figure>
          <figcaption>{say({ zh: '处理后', en: 'After' })}</figcaption>
          <section
            className={large ? 'studio-after studio-after-large' : 'studio-after'}
            tabIndex={large ? 0 : -1}
            aria-label={say({ zh: '处理后的扫描件', en: 'The scan made' })}
          >
            {afterUrl && <img src={afterUrl} alt={say({ zh: '生成的扫描件', en: 'The scan made' })} />}
          </section>
          <Button onClick={() => setLarge(!large)} aria-pressed={large}>
            {large ? say({ zh: '缩小看全页', en: 'Whole page' }) : say({ zh: '放大看清小字', en: 'Enlarge' })}
          </Button>
        </figure>
      </div>
      <div className="studio-verdict">
        <h4>{say({ zh: '扫描件要求', en: 'Rules of a scan' })}</h4>
        <ScanCheckList checks={checks} />
        {!doubtful && (
          <p className="check-passed studio-good">
            <span aria-hidden="true">✓</span> <span>{say(qualityGoodWords)}</span>
          </p>
        )}
        {made.faults.map((fault) => (
          <Alert
            key={fault}
            type="warning"
            showIcon
            className="problem"
            title={say(qualityFaultWords[fault])}
          />
        ))}
        {doubtful && (
          <p className="hint">
            {say({
              zh: '建议重拍。若原件本来如此，也可以照常使用。',
              en: 'Better take it again. If the original looks like this, you may use it.',
            })}
          </p>
        )}
        <div className="studio-buttons studio-go">
          <Button
            type={doubtful ? 'default' : 'primary'}
            size="large"
            disabled={!scanAccepted(checks)}
            onClick={use}
          >
            {say({ zh: '使用这份扫描件', en: 'Use this scan' })}
          </Button>
          <Button
            type={doubtful ? 'primary' : 'default'}
            size={doubtful ? 'large' : 'middle'}
            onClick={again}
          >
            {say({ zh: '重新拍照或选择', en: 'Take or choose again' })}
          </Button>
          <Button onClick={back}>{say({ zh: '返回调整', en: 'Back to the corners' })}</Button>
          {afterUrl && (
            <a className="link-button" href={afterUrl} download="scan.jpg">
              {say({ zh: '保存到本机', en: 'Save a copy' })}
            </a>
          )}
        </div>
      </div>
    </div>
  )
}
