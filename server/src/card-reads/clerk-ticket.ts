import { timingSafeEqual } from 'node:crypto'
import type { ClerkTicket } from '@zhuji/domain/card-read.ts'
import type { KeyRing } from '../platform/keys.ts'

/** A ticket as the bridge carries it: base64url JSON, a dot, its HMAC. Opaque to everybody but this server. */
export function sealTicket(keys: KeyRing, ticket: ClerkTicket): string {
  const { clerkId, windowId, departmentId, issuedAt, expiresAt } = ticket
  const body = Buffer.from(JSON.stringify([clerkId, windowId, departmentId, issuedAt, expiresAt]))
  return `${body.toString('base64url')}.${keys.mac('clerk-ticket', body).toString('base64url')}`
}

/** The ticket, or null when this server did not make it exactly so. */
export function openTicket(keys: KeyRing, text: string): ClerkTicket | null {
  const [body = '', mac = '', ...rest] = text.split('.')
  const bytes = Buffer.from(body, 'base64url')
  const given = Buffer.from(mac, 'base64url')
  const made = keys.mac('clerk-ticket', bytes)
  if (rest.length > 0 || given.length !== made.length || !timingSafeEqual(given, made)) return null
  const [clerkId, windowId, departmentId, issuedAt, expiresAt] = JSON.parse(bytes.toString()) as string[]
  return { clerkId, windowId, departmentId, issuedAt, expiresAt } as ClerkTicket
}
