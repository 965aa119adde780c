import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigError, readConfig } from './config.ts'

const production = {
  ZHUJI_MODE: 'production',
  DATABASE_URL: 'postgres://zhuji_owner:x@127.0.0.1/zhuji',
  ZHUJI_MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
  ZHUJI_AUDIT_KEY_FILE: '/etc/zhuji/audit.key',
  SMS_GATEWAY_URL: 'https://sms.example/send',
  SMS_GATEWAY_TOKEN: 'token',
  PUBLIC_URL: 'https://zhuji.example',
}
const linesOf = (environment: NodeJS.ProcessEnv): readonly string[] => {
  try {
    readConfig(environment)
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    return error.lines
  }
  return []
}

test('production starts only with everything real, and lists all that is missing at once', () => {
  assert.equal(readConfig(production).host, '0.0.0.0')
  const missing = linesOf({ ZHUJI_MODE: 'production' })
  for (const name of Object.keys(production).filter((one) => one !== 'ZHUJI_MODE'))
    assert.ok(
      missing.some((line) => line.startsWith(`${name} is missing`)),
      name,
    )
  for (const name of Object.keys(production).filter((one) => one !== 'ZHUJI_MODE'))
    assert.equal(linesOf({ ...production, [name]: undefined }).length, 1, name)
})

test('production refuses what belongs to demo, plain http and a short master key', () => {
  assert.match(linesOf({ ...production, SIMULATOR_URL: 'http://127.0.0.1:1' }).join(), /part of demo/)
  assert.match(linesOf({ ...production, PUBLIC_URL: 'http://zhuji.example' }).join(), /https/)
  assert.match(linesOf({ ...production, ZHUJI_MASTER_KEY: 'c2hvcnQ=' }).join(), /32 bytes/)
})

test('demo needs nothing, listens on this machine only, and says which value it cannot read', () => {
  const config = readConfig({})
  assert.deepEqual([config.host, config.PORT, config.publicUrl], ['127.0.0.1', 8080, 'http://localhost:8080'])
  assert.match(linesOf({ PORT: 'many' }).join(), /^PORT: /)
})
