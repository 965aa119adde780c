import type { Language } from '@zhuji/domain/words.ts'

export const languageTags: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

/** The language kept in a Cookie header's text; Chinese when none is kept. */
export function languageOfCookies(cookies: string): Language {
  return /(?:^|;\s*)zhuji-language=en(?:;|$)/.test(cookies) ? 'en' : 'zh'
}

/** The cookie that keeps the choice for a year. It says nothing about a person. */
export const languageCookie = (language: Language): string =>
  `zhuji-language=${language}; path=/; max-age=31536000; samesite=lax`
