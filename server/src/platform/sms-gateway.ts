/** Sends one text message. Throws when the message may not have gone out; the queue tries again. */
export interface SmsGateway {
  /** `messageId` stays the same over retries, so that a gateway can drop repetitions. */
  send(message: { messageId: string; mobile: string; text: string }): Promise<void>
}
