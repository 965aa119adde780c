import { randomBytes } from 'node:crypto'
import type { KeyRing } from '../platform/keys.ts'

/** What the bridge puts into the read; only its keyed hash is kept. */
export const newChallenge = (): string => randomBytes(32).toString('base64url')

export const challengeHash = (keys: KeyRing, challenge: string): Buffer =>
  keys.mac('phone-change-challenge', challenge)
