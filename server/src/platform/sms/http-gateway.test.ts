import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gatewayAnswering } from '../../../test/sms-gateway.ts'
import { MessageRejectedError } from '../sms-gateway.ts'
import { httpGateway } from './http-gateway.ts'

const message = { messageId: '01900000-0000-7000-8000-000000000001', mobile: '19900001111', text: '测试' }

test('R3.4 the gateway gets each message with its token and the id that makes repetitions one', async (t) => {
  const { received, gateway } = await gatewayAnswering(t, [])
  await gateway.send(message)
  assert.deepEqual(received[0]?.body, message)
  assert.equal(received[0]?.headers.authorization, 'Bearer test-token')
  assert.equal(received[0]?.headers['idempotency-key'], message.messageId)
})

for (const [status, final] of [
  [400, true],
  [422, true],
  [429, false],
  [500, false],
  [503, false],
] as const)
  test(`R3.4 a gateway’s ${status} is ${final ? 'final' : 'tried again'}`, async (t) => {
    const { gateway } = await gatewayAnswering(t, [status])
    await assert.rejects(gateway.send(message), (error) => error instanceof MessageRejectedError === final)
  })

test('R3.4 a gateway that cannot be reached is tried again', async () => {
  const gateway = httpGateway({ url: 'http://127.0.0.1:1/', token: 'test-token' })
  await assert.rejects(gateway.send(message), (error) => !(error instanceof MessageRejectedError))
})
