/** Who acts. `bridge` is a reader's service on a window's PC, known by its key; `system` a job of ours. */
export const roles = [
  'anonymous',
  'practitioner',
  'clerk',
  'enterprise',
  'reviewer',
  'administrator',
  'bridge',
  'system',
] as const
export type Role = (typeof roles)[number]

/** Staff sign in with account, password and second factor (R3.9). */
export const staffRoles = ['clerk', 'enterprise', 'reviewer', 'administrator'] as const
export type StaffRole = (typeof staffRoles)[number]

/** How the actor must stand to what is acted on: anyone's, or only one's own. */
export type Relation = 'any' | 'self'

type Row = Partial<Record<Role, Relation>>

const everybody = {
  anonymous: 'any',
  practitioner: 'any',
  clerk: 'any',
  enterprise: 'any',
  reviewer: 'any',
  administrator: 'any',
} as const satisfies Row

/** The one policy table (act × role × relation). What is not written here is not allowed. */
export const policy = {
  'read-portal': everybody,
  'ask-captcha': everybody,
  register: everybody,
  'sign-in': everybody,
  'staff-sign-in': everybody,
  'see-own-session': everybody,
  'sign-out': everybody,
  'void-password': { practitioner: 'self' },
  'ask-fresh-code': { practitioner: 'self' },
  'read-accesses': { practitioner: 'self' },
  'export-information': { practitioner: 'self' },
  'read-profile': { practitioner: 'self' },
  'write-record': { practitioner: 'self' },
  'acknowledge-notice': { practitioner: 'self' },
  'decide-consent': { practitioner: 'self' },
  'read-messages': { practitioner: 'self' },
  'end-employment': { practitioner: 'self' },
  'object-to-credit': { practitioner: 'self' },
  'answer-objection': { administrator: 'any' },
  'read-record-history': { practitioner: 'self', clerk: 'any' },
  'read-scan': { practitioner: 'self', clerk: 'any' },
  // The person's own eyes only: never an enterprise's or a partner's (R10.2).
  'read-signature': { practitioner: 'self' },
  'write-signature': { practitioner: 'self' },
  'issue-clerk-ticket': { clerk: 'any' },
  'find-person': { clerk: 'any' },
  'change-phone': { clerk: 'any' },
  'verify-original': { clerk: 'any' },
  'cancel-verification': { clerk: 'any' },
  'suggest-full-names': {
    practitioner: 'any',
    clerk: 'any',
    enterprise: 'any',
    reviewer: 'any',
    administrator: 'any',
  },
  'manage-full-names': { administrator: 'any' },
  // A bridge has no session: HTTP sees a stranger, and the use case knows it by its one-time code or its signature.
  'enrol-reader': { anonymous: 'any', bridge: 'any' },
  'upload-card-read': { anonymous: 'any', bridge: 'any' },
  bridge: {},
  'see-demo': everybody,
} as const satisfies Record<string, Row>

export type Act = keyof typeof policy

/**
 * May this role do this act? Takes the act, the role and whether the thing acted on is the actor's own.
 * Gives true or false; a role that the table does not name for the act is refused (R3.9, R12.2).
 */
export function mayAct(act: Act, role: Role, own: boolean): boolean {
  const relation = (policy[act] as Row)[role]
  return relation === 'any' || (relation === 'self' && own)
}
