import { type Suspicion, suspiciousSigns } from '@zhuji/domain/text-comparison.ts'
import type { ComparedField } from '@zhuji/domain/typed-signs.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { useWords } from '../app/language.tsx'

const place = ({ position, sign }: Suspicion): Words => ({
  zh: `第 ${position + 1} 个字符${sign.trim() ? `“${sign}”` : ''}`,
  en: `Character ${position + 1}${sign.trim() ? ` “${sign}”` : ''}`,
})

const meant = ({ meant: sign }: Suspicion): Words =>
  sign
    ? { zh: `，应为“${sign}”？`, en: `: is “${sign}” meant?` }
    : { zh: '，是否多余？', en: ': is it meant?' }

const what: Record<Suspicion['code'], Words> = {
  'full-width': { zh: '是全角字符', en: ' is full-width' },
  'blank-at-end': { zh: '是首尾空格', en: ' is a blank at the edge' },
  'blank-inside': { zh: '是空格', en: ' is a blank' },
  'dot-look-alike': { zh: '不是姓名中的间隔号', en: ' is not the dot of names' },
  'dash-look-alike': { zh: '不是半角连字符', en: ' is not the plain hyphen' },
  invisible: { zh: '是看不见的字符', en: ' is invisible' },
  'lower-case-x': { zh: '是小写字母', en: ' is lower-case' },
  'number-characters': { zh: '不应出现在证件号中', en: ' does not belong in a number' },
  'number-length': { zh: '', en: '' },
  'number-check': {
    zh: '与校验规则不符，请核对整个号码',
    en: ' does not fit the check rule: compare the whole number',
  },
}

function wordsOf(suspicion: Suspicion): Words {
  const { code, position } = suspicion
  if (code === 'number-length')
    return {
      zh: `证件号位数不对：现有 ${position} 位，居民身份证为 18 位。`,
      en: `The number’s length is wrong: ${position} characters; an identity card has 18.`,
    }
  const [where, said] = [place(suspicion), what[code]]
  const end = code.startsWith('number') ? { zh: '。', en: '.' } : meant(suspicion)
  return { zh: where.zh + said.zh + end.zh, en: where.en + said.en + end.en }
}

/** Points out what is suspicious in what was typed, while it is typed; it knows nothing of any card (R3.2, G19). */
export function TypedSigns({ text, field }: { text: string | undefined; field: ComparedField }) {
  const say = useWords()
  const found = suspiciousSigns(text ?? '', field).slice(0, 3)
  return (
    <div aria-live="polite">
      {found.map((suspicion) => (
        <div key={`${suspicion.code}${suspicion.position}`} className="suspicion">
          ⚠ {say(wordsOf(suspicion))}
        </div>
      ))}
    </div>
  )
}
