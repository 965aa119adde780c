import assert from 'node:assert/strict'
import { test } from 'node:test'
import { seeSession } from '@zhuji/contract/accounts.ts'
import { messagesOnAPage, mostCounted } from '@zhuji/contract/messages.ts'
import { type InboxTemplate, inboxTemplates, messageChannels } from '@zhuji/domain/message-templates.ts'
import { browserIn } from '../../test/browser.ts'
import { askInbox, inboxOf, markOne, markThese } from '../../test/messages.ts'
import { givenHolder, givenPhone, givenScannedRecord, type Holder } from '../../test/records.ts'
import { cancel, givenClerk, givenVerifiedRecord, refuse } from '../../test/windows.ts'
import { press, signedIn, type World, world } from '../../test/world.ts'
import { sendMessage } from '../accounts/send-message.ts'
import { systemActor, withActor } from '../platform/actor.ts'
import { newId } from '../platform/ids.ts'

const tell = (w: World, { personId }: Holder, template: InboxTemplate, times = 1) =>
  withActor(w.ctx, systemActor(), async (tx) => {
    for (let told = 0; told < times; told += 1) await sendMessage(w.ctx, tx, personId, template)
  })

async function sessionOf(w: World, holder: Holder) {
  const browser = browserIn(w)
  browser.cookies = { ...holder.cookies }
  return (await browser.call(seeSession)).json().actor
}

test('R7.5 R4.11 a refusal lies in the inbox with its reasons and leads to the record', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenScannedRecord(w, holder)
  await refuse(w, clerk, holder, record, ['data-differ', 'scan-unclear'])
  const { messages, unread, next } = await inboxOf(w, holder)
  assert.deepEqual([unread, next], [1, null])
  const [{ id, at, ...told }] = messages as [(typeof messages)[0]]
  assert.ok(id && Date.parse(at) > 0)
  assert.deepEqual(told, {
    template: 'verification-refused',
    facts: { kind: 'education', reasons: 'scan-unclear,data-differ' },
    recordId: record.id,
    readAt: null,
  })
})

test('R6.4 R7.4 a verification and its cancellation lie in the inbox, the newest first', async (t) => {
  const w = await world(t)
  const [holder, clerk] = [await givenHolder(w), await givenClerk(w)]
  const record = await givenVerifiedRecord(w, clerk, holder)
  await cancel(w, clerk, holder, record)
  const { messages } = await inboxOf(w, holder)
  assert.deepEqual(
    messages.map(({ template, recordId, facts }) => [template, recordId, facts]),
    [
      ['verification-cancelled', record.id, { kind: 'education' }],
      ['verified', record.id, { kind: 'education' }],
    ],
  )
})

test('R7.5 what does not commit is not told', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await givenPhone(w, holder)
  const failing = withActor(w.ctx, systemActor(), async (tx) => {
    await sendMessage(w.ctx, tx, holder.personId, 'export-made')
    throw new Error('undone')
  })
  await assert.rejects(failing, /undone/)
  assert.deepEqual((await inboxOf(w, holder)).messages, [])
  assert.deepEqual(await w.ctx.db.selectFrom('sms_message').select('id').execute(), [])
})

test('R3.8 only what is urgent or awaited goes out as a text message as well', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await givenPhone(w, holder)
  for (const template of inboxTemplates) await tell(w, holder, template)
  assert.equal((await inboxOf(w, holder)).messages.length, inboxTemplates.length)
  const texts = await w.ctx.db.selectFrom('sms_message').select('template').execute()
  assert.deepEqual(
    texts.map(({ template }) => template).sort(),
    [
      'export-made',
      'objection-answered',
      'password-used-elsewhere',
      'phone-changed-here',
      'verification-cancelled',
      'verification-refused',
    ].sort(),
  )
  assert.equal(messageChannels['phone-changed-away'], 'sms')
})

test('R4.11 pages by key: every message once, the last page says so', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await tell(w, holder, 'export-made', 2 * messagesOnAPage)
  const first = await inboxOf(w, holder)
  const second = await inboxOf(w, holder, `?before=${first.next}`)
  assert.equal(first.messages.length, messagesOnAPage)
  assert.deepEqual([second.messages.length, second.next], [messagesOnAPage, null])
  const ids = [...first.messages, ...second.messages].map(({ id }) => id)
  assert.deepEqual(ids, [...new Set(ids)].sort().reverse())
})

test('R4.11 one read, then all that were on the screen; what was committed meanwhile stays unread', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await tell(w, holder, 'export-made', 3)
  const { messages } = await inboxOf(w, holder)
  const seen = messages.map(({ id }) => id)
  const oldest = seen.at(-1) ?? ''
  assert.deepEqual((await markOne(w, holder, oldest)).json(), { unread: 2 })
  const readAt = async () => (await inboxOf(w, holder)).messages.find(({ id }) => id === oldest)?.readAt
  const first = await readAt()
  assert.ok(first)
  assert.deepEqual((await markOne(w, holder, oldest)).json(), { unread: 2 })
  assert.equal(await readAt(), first)
  // Its id was made before theirs, its transaction ended after they were read.
  const late = '00000000-0000-7000-8000-000000000000'
  const sent = { person_id: holder.personId, id: late, template: 'verified' }
  await w.ctx.db.insertInto('inbox_message').values(sent).execute()
  assert.deepEqual((await markThese(w, holder, seen)).json(), { unread: 1 })
  const unread = (await inboxOf(w, holder)).messages.filter(({ readAt }) => readAt === null)
  assert.deepEqual(
    unread.map(({ id }) => id),
    [late],
  )
})

test('R12.2 an inbox is its owner’s: to others it is not there, nor can they mark it', async (t) => {
  const w = await world(t)
  const [holder, other, clerk] = [await givenHolder(w), await givenHolder(w), await givenClerk(w)]
  await tell(w, holder, 'verified')
  const [message] = (await inboxOf(w, holder)).messages
  assert.equal((await askInbox(w, other.cookies, holder.personId)).statusCode, 404)
  assert.equal((await askInbox(w, clerk.cookies, holder.personId)).statusCode, 403)
  assert.equal((await askInbox(w, {}, holder.personId)).statusCode, 401)
  assert.equal((await markOne(w, other, message?.id ?? '')).statusCode, 404)
  assert.equal((await markThese(w, other, [message?.id ?? ''])).statusCode, 200)
  assert.equal((await inboxOf(w, holder)).unread, 1)
})

test('R12.2 the app role rewrites no message: it marks it read, and no more', async (t) => {
  const w = await world(t)
  await tell(w, await givenHolder(w), 'verified')
  for (const change of [{ template: 'x' }, { facts: '{}' }, { record_id: newId() }, { at: new Date() }])
    await assert.rejects(w.ctx.db.updateTable('inbox_message').set(change).execute(), /permission denied/)
  await assert.rejects(w.ctx.db.deleteFrom('inbox_message').execute(), /permission denied/)
})

test('R4.11 the session tells how many are unread, up to a limit, without a further statement', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const browser = browserIn(w)
  browser.cookies = await signedIn(w, holder.personId)
  w.statements()
  assert.equal((await browser.call(seeSession)).json().actor.unreadMessages, 0)
  assert.equal(w.statements().length, 5)
  await tell(w, holder, 'verified', mostCounted + 1)
  assert.equal((await sessionOf(w, holder)).unreadMessages, mostCounted)
})

test('the inbox takes one statement beside the session; marking takes five, begin and commit counted', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  await tell(w, holder, 'verified', 3)
  w.statements()
  const { messages } = await inboxOf(w, holder)
  assert.equal(w.statements().length, 2)
  await markOne(w, holder, messages[0]?.id ?? '')
  const one = w.statements()
  await markThese(w, holder, [messages[0]?.id ?? ''])
  assert.deepEqual([one.length, w.statements().length], [6, 6], one.join('\n'))
})

test('a malformed page key is refused', async (t) => {
  const w = await world(t)
  const holder = await givenHolder(w)
  const url = `/api/persons/${holder.personId}/messages?before=1`
  assert.equal((await press(w.app, holder.cookies, { method: 'GET', url })).statusCode, 400)
})
