import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codePurposes } from '@zhuji/domain/dynamic-password.ts'
import { type MessageTemplate, messageChannels, type TextTemplate } from '@zhuji/domain/message-templates.ts'
import { codeText, type MessageFacts, messageText } from './message-texts.ts'

const names = Object.keys(messageChannels) as MessageTemplate[]
const texts = names.filter((name): name is TextTemplate => messageChannels[name] !== 'inbox')

/** More than any use case gives, as a careless one would. */
const facts: MessageFacts = {
  name: '测试甲',
  person: '测试甲',
  number: '119999199001010010',
  mobile: '19900001234',
  newMobile: '199****4',
  enterprise: '测试建设集团有限公司',
  school: '测试大学',
  reason: '测试理由',
  reasons: 'differs',
  kind: 'education',
  count: 2,
  days: 30,
}
const allowed = ['newMobile', 'count', 'days']

test('R12.2 R3.4 no text message names a person, a number or what a record says, whatever facts it is given', () => {
  const said = [...texts.map((template) => messageText(template, facts)), ...codePurposes.map(codeOnly)]
  assert.ok(texts.length > 5 && codePurposes.length > 3)
  for (const text of said) {
    assert.ok(text.startsWith('【筑籍】'), text)
    for (const [fact, value] of Object.entries(facts))
      if (!allowed.includes(fact)) assert.ok(!text.includes(String(value)), `${fact}: ${text}`)
    assert.ok(!/\d{7,}/.test(text), text)
    assert.ok(!/先生|女士|undefined|null/.test(text), text)
  }
})

const codeOnly = (purpose: (typeof codePurposes)[number]) => codeText(purpose, '123456')
