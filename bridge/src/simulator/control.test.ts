import assert from 'node:assert/strict'
import { test } from 'node:test'
import { callAs } from '../../test/page.ts'
import { simulatedReader } from '../../test/simulated-reader.ts'

const facts = {
  name: '测试戊',
  number: '119999199001010020',
  birthDate: '1990-01-01',
  validUntil: 'long-term',
}

test('R2.8 the simulated reader takes a card by its facts, and lets only its page or a program work it', async (t) => {
  const reader = await simulatedReader({ SIM_ORIGINS: 'https://zhuji.example, http://localhost:5173/' })
  t.after(() => reader.end())
  const port = Number(new URL(reader.control).port)
  assert.deepEqual(await reader.state(), { card: false, fault: null, heard: [] })
  assert.equal((await reader.layFacts(facts)).card, true)
  assert.equal((await reader.lift()).card, false)
  assert.equal((await reader.fault('silence')).fault, 'silence')
  const by = (origin: string) => callAs(port, 'DELETE', '/card', { headers: { origin } })
  assert.equal((await by('https://zhuji.example')).status, 200)
  assert.equal((await by('http://localhost:5173')).status, 200)
  assert.equal((await by('https://evil.example')).status, 403)
  const hidden = await callAs(port, 'GET', '/', { headers: { 'sec-fetch-site': 'cross-site' } })
  assert.equal(hidden.status, 403)
  await assert.rejects(reader.layFacts({ name: 'no number' }), /400/)
})
