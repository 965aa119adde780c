import type { Words } from '@zhuji/domain/words.ts'
import { type KeyboardEvent, type PointerEvent, useId, useRef, useState } from 'react'
import { useWords } from '../../app/language.tsx'
import { isConvex, mapped, type Point, type Quad } from './quad.ts'
import './corner-handles.css'

const names: readonly Words[] = [
  { zh: '左上角', en: 'Top left corner' },
  { zh: '右上角', en: 'Top right corner' },
  { zh: '右下角', en: 'Bottom right corner' },
  { zh: '左下角', en: 'Bottom left corner' },
]

const arrows: Record<string, Point> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}
/** Shares of the picture that a key moves a corner: alone, and with Shift. */
const small = 0.002
const large = 0.02

interface Props {
  /** Address of the picture. */
  url: string
  aspect: number
  quad: Quad
  move(quad: Quad): void
}

/** The picture with the sheet's outline; each corner is dragged by finger or mouse, or moved by arrow keys. */
export function CornerHandles({ url, aspect, quad, move }: Props) {
  const say = useWords()
  const hint = useId()
  const ground = useRef<HTMLDivElement>(null)
  const [held, setHeld] = useState<number | null>(null)
  const put = (index: number, x: number, y: number) => {
    const point = { x: within(x), y: within(y) }
    const next = mapped(quad, (corner, at) => (at === index ? point : corner))
    if (isConvex(next)) move(next)
  }
  const drag = (index: number) => (event: PointerEvent<HTMLButtonElement>) => {
    const box = ground.current?.getBoundingClientRect()
    if (held !== index || !box) return
    put(index, (event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height)
  }
  const press =
    (index: number, { x, y }: Point) =>
    (event: KeyboardEvent) => {
      const way = arrows[event.key]
      if (!way) return
      event.preventDefault()
      const by = event.shiftKey ? large : small
      put(index, x + way.x * by, y + way.y * by)
    }
  const letGo = () => setHeld(null)
  const outline = quad.map(({ x, y }) => `${x * 100},${y * 100}`).join(' ')
  return (
    <>
      <div className="studio-ground">
        <div
          ref={ground}
          className="studio-picture"
          style={{ aspectRatio: aspect, '--aspect': aspect } as object}
        >
          <img src={url} alt={say({ zh: '所选图片', en: 'The chosen picture' })} draggable={false} />
          <svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            <path className="studio-outside" d={`M0,0H100V100H0Z M${outline.replaceAll(' ', 'L')}Z`} />
            <polygon points={outline} />
          </svg>
          {held !== null && <Loupe url={url} aspect={aspect} at={quad[held] ?? quad[0]} />}
          {quad.map((corner, index) => (
            <button
              key={names[index]?.en}
              type="button"
              className="studio-corner"
              style={{ left: `${corner.x * 100}%`, top: `${corner.y * 100}%` }}
              aria-label={`${say(names[index] ?? (names[0] as Words))} ${percent(corner.x)} ${percent(corner.y)}`}
              aria-describedby={hint}
              onPointerDown={(event) => {
                event.currentTarget.setPointerCapture(event.pointerId)
                setHeld(index)
              }}
              onPointerMove={drag(index)}
              onPointerUp={letGo}
              onPointerCancel={letGo}
              onKeyDown={press(index, corner)}
            />
          ))}
        </div>
      </div>
      <p id={hint} className="hint">
        {say({
          zh: '拖动四个角到证书的四角；也可按 Tab 选中一个角，用方向键移动，按住 Shift 移动得更快。',
          en: 'Drag the four corners onto the certificate’s corners; or Tab to one and use the arrow keys, with Shift for larger steps.',
        })}
      </p>
    </>
  )
}

const within = (share: number) => Math.min(Math.max(share, 0), 1)
const percent = (share: number) => `${Math.round(share * 100)}%`

/** What lies under the finger, three times as large, in the corner away from it. */
function Loupe({ url, aspect, at }: { url: string; aspect: number; at: Point }) {
  const side = at.x < 0.5 && at.y < 0.5 ? 'studio-loupe studio-loupe-right' : 'studio-loupe'
  const across = 900
  const down = across / aspect
  return (
    <div
      className={side}
      aria-hidden="true"
      style={{
        backgroundImage: `url("${url}")`,
        backgroundSize: `${across}px ${down}px`,
        backgroundPosition: `${55 - at.x * across}px ${55 - at.y * down}px`,
      }}
    />
  )
}
