import { randomInt } from 'node:crypto'
import { type Challenge, createChallenge, type Solution, verifySolution } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import type { KeyRing } from '../../platform/keys.ts'
import type { CaptchaFace } from './repository.ts'

const iterations = 5_000
/** Derivations until the solution: about one second on a phone behind the picture, three to four alone (R3.5). */
const derivations: Record<CaptchaFace, readonly [least: number, most: number]> = {
  picture: [150, 250],
  proof: [600, 800],
}

const secrets = (keys: KeyRing) => {
  const secret = keys.derive('captcha')
  return {
    hmacSignatureSecret: secret.toString('base64url'),
    hmacKeySignatureSecret: keys.mac('captcha-solution').toString('base64url'),
  }
}

/** Work whose end the server chose beforehand, so that it costs everybody alike and checking it costs nothing. */
export async function setWork(keys: KeyRing, face: CaptchaFace): Promise<Record<string, unknown>> {
  const [least, most] = derivations[face]
  const challenge = await createChallenge({
    algorithm: 'PBKDF2/SHA-256',
    cost: iterations,
    counter: randomInt(least, most + 1),
    deriveKey,
    ...secrets(keys),
  })
  return { ...challenge }
}

export async function isWorkDone(
  keys: KeyRing,
  challenge: Record<string, unknown>,
  solution: Record<string, unknown>,
): Promise<boolean> {
  const { verified } = await verifySolution({
    challenge: challenge as unknown as Challenge,
    solution: solution as unknown as Solution,
    deriveKey,
    ...secrets(keys),
  })
  return verified
}
