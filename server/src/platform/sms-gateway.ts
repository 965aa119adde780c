/** Sends one text message. Throws when the message may not have gone out; the queue tries again. */
export interface SmsGateway {
  /** `messageId` stays the same over retries, so that a gateway can drop repetitions. */
  send(message: { messageId: string; mobile: string; text: string }): Promise<void>
}

/** The gateway will never take this message: trying again is of no use. */
export class MessageRejectedError extends Error {
  readonly status: number
  constructor(status: number) {
    super(`the gateway rejected a message with status ${status}`)
    this.name = 'MessageRejectedError'
    this.status = status
  }
}
