import type { ScanLimits } from '@zhuji/domain/scan-rules.ts'
import {
  likelySheet,
  ownSize,
  type SheetName,
  type SheetSize,
  sheetOfSize,
  sheetSize,
} from '@zhuji/domain/scan-sheets.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../../app/language.tsx'
import { useObjectUrl } from '../../parts/use-object-url.ts'
import { CornerHandles } from './corner-handles.tsx'
import { isWhole, meanSides, type Quad, scaled, sheetAspect, wholePicture } from './quad.ts'
import { SheetChoice } from './sheet-choice.tsx'
import type { EdgesStep, Running } from './use-studio.ts'

interface Props {
  step: EdgesStep
  limits: ScanLimits
  running: Running
  move(quad: Quad): void
  turn(quarters: 1 | 3): void
  make(size: SheetSize): void
  again(): void
}

/** Corners, turns and paper before the scan is made. */
export function SheetEditor({ step, limits, running, move, turn, make, again }: Props) {
  const say = useWords()
  const url = useObjectUrl(step.picture.preview)
  const [chosen, setChosen] = useState<SheetName | null>(null)
  const [measured, setMeasured] = useState<SheetSize | null>(null)
  const { picture, quad } = step
  const { aspect, sheet: likely, size: guessed } = measuredSheet(step)
  const sheet = chosen ?? likely
  const size = sheet === 'own' ? (measured ?? guessed) : sheetSize(sheet, aspect)
  const fits = sheet !== 'own' || ownSize(size, aspect, limits).granted
  const turned = (quarters: 1 | 3) => {
    setMeasured(measured && { widthMm: measured.heightMm, heightMm: measured.widthMm })
    turn(quarters)
  }
  return (
    <div className="studio-edges">
      <div className="studio-canvas">
        <p role="status">{say(foundWords(step))}</p>
        {url && <CornerHandles url={url} aspect={picture.width / picture.height} quad={quad} move={move} />}
      </div>
      <div className="studio-controls">
        <div className="studio-buttons">
          <Button onClick={() => turned(3)} disabled={running !== null}>
            {say({ zh: '向左转 90°', en: 'Turn left 90°' })}
          </Button>
          <Button onClick={() => turned(1)} disabled={running !== null}>
            {say({ zh: '向右转 90°', en: 'Turn right 90°' })}
          </Button>
          <Button onClick={() => move(wholePicture)}>{say({ zh: '用整张图片', en: 'Whole picture' })}</Button>
          {picture.quad && (
            <Button onClick={() => picture.quad && move(picture.quad)}>
              {say({ zh: '恢复找到的边缘', en: 'Edges as found' })}
            </Button>
          )}
        </div>
        <SheetChoice
          sheet={sheet}
          size={size}
          aspect={aspect}
          limits={limits}
          choose={setChosen}
          measure={setMeasured}
        />
        <div className="studio-buttons studio-go">
          <Button
            type="primary"
            size="large"
            disabled={!fits || running !== null}
            loading={running === 'making'}
            onClick={() => make(size)}
          >
            {say({ zh: '生成扫描件', en: 'Make the scan' })}
          </Button>
          <Button onClick={again}>{say({ zh: '换一张', en: 'Another picture' })}</Button>
        </div>
      </div>
    </div>
  )
}

function foundWords({ picture, quad }: EdgesStep): Words {
  if (picture.quad)
    return { zh: '已找到证书边缘，请核对四个角。', en: 'The edges were found; check the four corners.' }
  if (isWhole(quad))
    return {
      zh: '没有看到纸张边缘，先用整张图片。如需裁剪，请拖动四个角。',
      en: 'No edges of a sheet were seen, so the whole picture is used. Drag the corners to crop it.',
    }
  return {
    zh: '没有找到清楚的边缘，请把四个角拖到证书的四角。',
    en: 'No clear edges were found; drag the four corners onto those of the certificate.',
  }
}

/** The shape of the sheet within its corners, the paper that it is most likely, and its size where the file knows it. */
function measuredSheet({ picture, quad, wholeMm }: EdgesStep) {
  if (wholeMm) {
    const { across, down } = meanSides(scaled(quad, wholeMm.widthMm, wholeMm.heightMm))
    const size = { widthMm: tenths(across), heightMm: tenths(down) }
    return { aspect: across / down, sheet: sheetOfSize(size), size }
  }
  const aspect = sheetAspect(quad, picture.width, picture.height)
  const size =
    aspect > 1
      ? { widthMm: 200, heightMm: Math.round(200 / aspect) }
      : { widthMm: Math.round(200 * aspect), heightMm: 200 }
  return { aspect, sheet: likelySheet(aspect), size }
}

const tenths = (mm: number) => Math.round(mm * 10) / 10
