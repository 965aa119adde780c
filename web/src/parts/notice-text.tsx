import type { NoticeView } from '@zhuji/contract/notices.ts'
import { formatDateZh } from '@zhuji/domain/dates.ts'
import type { Words } from '@zhuji/domain/words.ts'

interface Props {
  notice: NoticeView
  say: (words: Words) => string
}

/** The text of the processing notice, section by section, as it was published. */
export function NoticeText({ notice, say }: Props) {
  return (
    <div className="notice-text">
      <p className="notice-version">
        {say({
          zh: `第${notice.version}版，自${formatDateZh(notice.inForceFrom)}起施行`,
          en: `Version ${notice.version}, in force from ${notice.inForceFrom}`,
        })}
      </p>
      {notice.sections.map(({ key, heading, paragraphs, items }) => (
        <section key={key} aria-labelledby={`notice-${key}`}>
          <h2 id={`notice-${key}`}>{say(heading)}</h2>
          <Paragraphs words={paragraphs.slice(0, 1)} say={say} />
          {items.length > 0 && (
            <ul>
              {items.map((item) => (
                <li key={item.en}>{say(item)}</li>
              ))}
            </ul>
          )}
          <Paragraphs words={paragraphs.slice(1)} say={say} />
        </section>
      ))}
    </div>
  )
}

function Paragraphs({ words, say }: { words: readonly Words[]; say: Props['say'] }) {
  return words.map((paragraph) => <p key={paragraph.en}>{say(paragraph)}</p>)
}
