import type { BridgeRead } from '@zhuji/contract/bridge.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { useLanguage, useWords } from '../app/language.tsx'
import { CardText } from '../parts/card-text.tsx'
import { type CardLine, cardKindWords, cardLines } from './card-lines.ts'
import { flagWords } from './read-words.ts'
import './card-panel.css'

const portraitWords: Record<BridgeRead['portrait']['format'], Words> = {
  wlt: {
    zh: '未显示照片：芯片照片为专用格式，已原样保存（不影响登记）',
    en: 'No photo shown: the chip’s format has no open decoder; its bytes are kept (registration is not affected)',
  },
  jpeg: {
    zh: '未显示照片：读卡软件没有给出图片（不影响登记）',
    en: 'No photo shown: the reading software gave no picture (registration is not affected)',
  },
  none: {
    zh: '未显示照片：这张证件没有读到照片（不影响登记）',
    en: 'No photo shown: none was read from this card (registration is not affected)',
  },
}

function Portrait({ portrait }: { portrait: BridgeRead['portrait'] }) {
  const say = useWords()
  if (portrait.jpeg !== null)
    return (
      <img
        className="card-portrait"
        src={`data:image/jpeg;base64,${portrait.jpeg}`}
        alt={say({ zh: '证件照片', en: 'Portrait on the card' })}
      />
    )
  return (
    <div className="card-portrait card-silhouette">
      <svg viewBox="0 0 60 66" aria-hidden="true">
        <circle cx="30" cy="22" r="13" />
        <path d="M4 66c0-17 11-27 26-27s26 10 26 27z" />
      </svg>
      <small>{say(portraitWords[portrait.format])}</small>
    </div>
  )
}

function Lines({ lines }: { lines: readonly CardLine[] }) {
  const say = useWords()
  return (
    <dl className="card-lines">
      {lines.map(({ name, label, value }) => (
        <div key={name} className={`card-line card-line-${name}`}>
          <dt>{say(label)}</dt>
          <dd>
            <CardText text={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A read card in the look of the card, all facts exactly as read (G85, R2.2, R2.8), with what asks for the clerk's eye. */
export function CardPanel({ read }: { read: BridgeRead }) {
  const say = useWords()
  const { language } = useLanguage()
  const { front, back } = cardLines(read.facts, language)
  return (
    <>
      {read.flags.length > 0 && (
        <ul className="card-flags">
          {read.flags.map((flag) => (
            <li key={flag}>
              <span aria-hidden="true">!</span>
              {say(flagWords(flag, read.facts.validUntil))}
            </li>
          ))}
        </ul>
      )}
      <div className="card-sides">
        <div className="card-side card-front">
          <Lines lines={front} />
          <Portrait portrait={read.portrait} />
        </div>
        <div className="card-side card-back">
          <p className="card-kind">
            {(read.facts.kind === 'citizen' || read.facts.kind === 'hkmotw') && (
              <span>{say({ zh: '中华人民共和国', en: 'People’s Republic of China' })}</span>
            )}
            <strong>{say(cardKindWords[read.facts.kind])}</strong>
          </p>
          <Lines lines={back} />
        </div>
      </div>
    </>
  )
}
