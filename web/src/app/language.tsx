import type { Language, Words } from '@zhuji/domain/words.ts'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import { languageCookie, languageOfCookies, languageTags } from './language-cookie.ts'

interface Spoken {
  language: Language
  speak(language: Language): void
}

const LanguageContext = createContext<Spoken>({ language: 'zh', speak: () => {} })

/** Holds the language of the screen; the choice lies in a cookie, so that the server's pages know it too. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => languageOfCookies(document.cookie))
  const speak = useCallback((chosen: Language) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
    document.cookie = languageCookie(chosen)
    setLanguage(chosen)
  }, [])
  useEffect(() => {
    document.documentElement.lang = languageTags[language]
  }, [language])
  const spoken = useMemo(() => ({ language, speak }), [language, speak])
  return <LanguageContext value={spoken}>{children}</LanguageContext>
}

/** The language of the screen and how to change it. */
export const useLanguage = (): Spoken => use(LanguageContext)

/** Gives a function that says words in the language of the screen. */
export function useWords(): (words: Words) => string {
  const { language } = use(LanguageContext)
  return useCallback((words: Words) => words[language], [language])
}
