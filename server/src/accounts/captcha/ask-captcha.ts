import type { Actor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { limiter } from '../../platform/limits.ts'
import { answerHash } from './answer-hash.ts'
import { drawPicture } from './picture.ts'
import { setWork } from './proof-of-work.ts'
import { type CaptchaFace, insertCaptcha } from './repository.ts'

/** Many people may sit behind one origin, as in an enterprise. */
const perOrigin = { points: 300, seconds: 600 }

/** A new captcha for this browser; earlier ones stay as they are (R3.5, G12). */
export async function askForCaptcha(ctx: Context, actor: Actor, browser: Buffer, face: CaptchaFace) {
  await limiter(ctx, 'captcha', perOrigin).consume(actor.origin)
  const id = newId()
  const picture = face === 'picture' ? await drawPicture() : null
  const challenge = await setWork(ctx.keys, face)
  const hash = answerHash(ctx.keys, { id, browser, answer: picture?.text ?? '' })
  const expiresAt = await insertCaptcha(ctx.db, { id, face, answerHash: hash, challenge })
  return { id, picture: picture?.dataUrl ?? null, challenge, expiresAt: expiresAt.toISOString() }
}
