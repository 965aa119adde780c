import { useLanguage } from '../app/language.tsx'

/** Offers the other language, named in itself. */
export function LanguageSwitch() {
  const { language, speak } = useLanguage()
  const other = language === 'zh' ? 'en' : 'zh'
  return (
    <button
      type="button"
      className="language-switch"
      lang={other === 'en' ? 'en' : 'zh-CN'}
      onClick={() => speak(other)}
    >
      {other === 'en' ? 'English' : '中文'}
    </button>
  )
}
