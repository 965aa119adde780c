import { normaliseMobile } from '@zhuji/domain/mobile-number.ts'
import type { Words } from '@zhuji/domain/words.ts'

/** Throws the words of what is wrong with a typed mobile number; for a form's validator. */
export function mustBeMobile(typed: string | undefined, say: (words: Words) => string): void {
  if (!normaliseMobile(typed ?? '').granted)
    throw new Error(
      say({ zh: '请填写11位手机号码（半角数字）', en: 'Type a mobile number of 11 plain digits' }),
    )
}
