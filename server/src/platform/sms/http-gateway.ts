import { MessageRejectedError, type SmsGateway } from '../sms-gateway.ts'

const patience = 10_000
/** Client errors that mend themselves: a time-out on the way, and too many at once. */
const passing = new Set([408, 425, 429])

/**
 * A gateway that takes JSON with a bearer token; the message's id is the idempotency key of every retry. Its other
 * 4xx are final; 5xx and a broken connection throw, so that the queue tries again.
 */
export function httpGateway(options: { url: string; token: string; timeoutMs?: number }): SmsGateway {
  return {
    async send({ messageId, mobile, text }) {
      const response = await fetch(options.url, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${options.token}`,
          'content-type': 'application/json',
          'idempotency-key': messageId,
        },
        body: JSON.stringify({ messageId, mobile, text }),
        redirect: 'error',
        signal: AbortSignal.timeout(options.timeoutMs ?? patience),
      })
      await response.body?.cancel()
      if (response.ok) return
      if (response.status < 500 && !passing.has(response.status))
        throw new MessageRejectedError(response.status)
      throw new Error(`the gateway answered ${response.status}`)
    },
  }
}
