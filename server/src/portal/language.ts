import type { Language } from '@zhuji/domain/words.ts'
import type { FastifyReply, FastifyRequest } from 'fastify'

const year = 365 * 24 * 3600
const name = 'zhuji-language'

const known = (text: unknown): Language | null => (text === 'zh' || text === 'en' ? text : null)

/** The language that `?language=` asks for, or null. */
export const chosenLanguage = (request: FastifyRequest): Language | null =>
  known((request.query as Record<string, unknown>).language)

/** The language that this browser keeps; Chinese when it keeps none. */
export const languageOf = (request: FastifyRequest): Language => known(request.cookies[name]) ?? 'zh'

/** Keeps the choice in a cookie that the single-page app reads and writes too. */
export const rememberLanguage = (reply: FastifyReply, language: Language): FastifyReply =>
  reply.setCookie(name, language, { path: '/', maxAge: year, sameSite: 'lax', httpOnly: false })
