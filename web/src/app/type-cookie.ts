/** On the root element while the type is large. */
export const largeTypeClass = 'large-type'

/** How many times the usual size the large type is. */
export const largeTypeScale = 1.3

/** Whether a Cookie header's text asks for large type. */
export const isLargeType = (cookies: string): boolean => /(?:^|;\s*)zhuji-type=large(?:;|$)/.test(cookies)

/** The cookie that keeps the choice for a year. It says nothing about a person. */
export const typeCookie = (large: boolean): string =>
  `zhuji-type=${large ? 'large' : 'usual'}; path=/; max-age=31536000; samesite=lax`
