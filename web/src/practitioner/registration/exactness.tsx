import { Alert } from 'antd'
import { useWords } from '../../app/language.tsx'

/** The guide's warning beside every fact of the card (G18, G19), to the letter. */
export function Exactness() {
  const say = useWords()
  return (
    <Alert
      type="warning"
      showIcon
      className="problem"
      title={say({
        zh: '上述信息必须与身份证上信息完全一致',
        en: 'All of this must equal your identity card exactly',
      })}
      description={say({
        zh: '（请注意数字、字母及符号的全角半角区别。例：数字123和１２３，字母abc和ａｂｃ，符号-和－。）',
        en: '(Mind full-width and half-width digits, letters and signs: 123 is not １２３, abc not ａｂｃ, - not －.)',
      })}
    />
  )
}
