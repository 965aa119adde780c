import { Secret, TOTP } from 'otpauth'
import type { KeyRing } from '../../platform/keys.ts'
import { type Place, sealText, unsealText } from '../../platform/sealing.ts'

const period = 30

const place = (staffId: string): Place => ({
  table: 'staff_account',
  column: 'second_factor',
  owner: staffId,
})

const totpOf = (secret: string): TOTP => new TOTP({ secret: Secret.fromBase32(secret), period })

/** A new secret of 160 bits, base32. */
export const newSecondFactor = (): string => new Secret({ size: 20 }).base32

export const sealSecondFactor = (keys: KeyRing, staffId: string, secret: string): Buffer =>
  sealText(keys, place(staffId), secret)

export const openSecondFactor = (keys: KeyRing, staffId: string, sealed: Uint8Array): string =>
  unsealText(keys, place(staffId), sealed)

const nobody = '00000000-0000-0000-0000-000000000000'
const standIns = new WeakMap<KeyRing, Buffer>()

/** The secret of an account, or one of nobody's: an account that does not exist costs the same opening. */
export function openSecondFactorOf(
  keys: KeyRing,
  staff: { id: string; secondFactor: Uint8Array } | undefined,
): string {
  const standIn = standIns.get(keys) ?? sealSecondFactor(keys, nobody, newSecondFactor())
  standIns.set(keys, standIn)
  return openSecondFactor(keys, staff?.id ?? nobody, staff?.secondFactor ?? standIn)
}

/** The step that a code belongs to, one step to either side of now (milliseconds), or null. */
export function stepOfCode(secret: string, code: string, now: number): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: 1 })
  return delta === null ? null : Math.floor(now / 1000 / period) + delta
}

/** The code of this step, or of the next one that was not used yet, and when it changes. */
export function nextUnusedCode(
  secret: string,
  usedStep: number,
  now: number,
): { code: string; endsAt: Date } {
  const step = Math.max(Math.floor(now / 1000 / period), usedStep + 1)
  const code = totpOf(secret).generate({ timestamp: step * period * 1000 })
  return { code, endsAt: new Date((step + 1) * period * 1000) }
}

/** What an authenticator app scans. */
export function secondFactorUri(secret: string, account: string): string {
  return new TOTP({ issuer: '筑籍', label: account, secret: Secret.fromBase32(secret), period }).toString()
}
