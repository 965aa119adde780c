import { type BasicInformation, readPortrait } from '@zhuji/contract/basic-information.ts'
import { urlOf } from '@zhuji/contract/client.ts'
import { useInstant } from '../../app/instant.ts'
import { useLanguage, useWords } from '../../app/language.tsx'
import { CardText } from '../../parts/card-text.tsx'
import { cardLines } from './card-lines.ts'

/** 来源：个人身份证, with the portrait or why there is none (G34, G129, R2.10). */
export function CardSection({ basic }: { basic: BasicInformation }) {
  const say = useWords()
  const { language } = useLanguage()
  const readAt = useInstant()(basic.card.readAt)
  return (
    <section className="records">
      <h2 id="basic-card">{say({ zh: '身份证信息', en: 'Identity card' })}</h2>
      <p className="hint">
        {say({
          zh: `来源：个人身份证（${readAt} 在窗口读取）。证件有变化的，请携新证到窗口重新刷证。`,
          en: `Source: your identity card, read at a window on ${readAt}. If it changes, have the new one read at a window.`,
        })}
      </p>
      <div className="card-section">
        <Portrait basic={basic} />
        <dl className="record-facts">
          {cardLines(basic.card, language).map(({ label, value }) => (
            <div key={label.zh}>
              <dt>{say(label)}</dt>
              <dd>
                <CardText text={value} />
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </section>
  )
}

const noPicture = {
  wlt: {
    zh: '芯片中的照片为专用编码，只有配套的阅读器软件能显示，原始数据已保存。',
    en: 'The picture on the chip is in a coding that only the reader’s own software shows; its bytes are kept.',
  },
  jpeg: { zh: '照片暂不能显示。', en: 'The picture cannot be shown just now.' },
  none: { zh: '读卡时没有读到照片。', en: 'No picture was read from the card.' },
} as const

function Portrait({ basic: { personId, portrait } }: { basic: BasicInformation }) {
  const say = useWords()
  const name = say({ zh: '照片', en: 'Portrait' })
  if (portrait.shown)
    return (
      <figure className="portrait">
        <img src={urlOf(readPortrait, { params: { personId } })} alt={name} />
      </figure>
    )
  return (
    <figure className="portrait">
      <svg viewBox="0 0 102 126" aria-hidden="true">
        <rect width="102" height="126" fill="#eef1f4" />
        <circle cx="51" cy="46" r="22" fill="#a3adb8" />
        <path d="M11 126c0-30 17-46 40-46s40 16 40 46z" fill="#a3adb8" />
      </svg>
      <figcaption className="hint">{say(noPicture[portrait.format])}</figcaption>
    </figure>
  )
}
