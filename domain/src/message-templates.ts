/** How a message reaches a person: the inbox always keeps it; a text message interrupts, and goes only where it must. */
export type MessageChannel = 'inbox' | 'inbox-and-sms' | 'inbox-and-sms-by-consent' | 'sms'

/**
 * Everything that a person is told besides codes. By text message goes what should be acted on at once (a refusal, a
 * withdrawn check, somebody else at the account) or what was asked for and waited for; the rest waits in the inbox.
 * A number that is no longer the person's gets a text message only. Reminders go by text message with consent alone
 * (R12.5).
 */
export const messageChannels = {
  verified: 'inbox',
  'verification-refused': 'inbox-and-sms',
  'verification-cancelled': 'inbox-and-sms',
  'password-used-elsewhere': 'inbox-and-sms',
  'phone-changed-away': 'sms',
  'phone-changed-here': 'inbox-and-sms',
  'objection-answered': 'inbox-and-sms',
  'export-made': 'inbox-and-sms',
  'record-ending': 'inbox-and-sms-by-consent',
  'card-ending': 'inbox-and-sms-by-consent',
} as const satisfies Record<string, MessageChannel>

export type MessageTemplate = keyof typeof messageChannels
type ByChannel<C extends MessageChannel> = {
  [T in MessageTemplate]: (typeof messageChannels)[T] extends C ? T : never
}[MessageTemplate]
export type InboxTemplate = ByChannel<Exclude<MessageChannel, 'sms'>>
/** What may go out as a text message. */
export type TextTemplate = ByChannel<Exclude<MessageChannel, 'inbox'>>

/** The templates that an inbox shows. */
export const inboxTemplates = (Object.keys(messageChannels) as MessageTemplate[]).filter(
  (template): template is InboxTemplate => messageChannels[template] !== 'sms',
)
