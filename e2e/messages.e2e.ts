import { randomUUID } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { readInbox } from '@zhuji/contract/messages.ts'
import { addRecord, addScan, readScan } from '@zhuji/contract/records.ts'
import { findPerson, refuseOriginal } from '@zhuji/contract/verification.ts'
import { inboxTemplates } from '@zhuji/domain/message-templates.ts'
import { ensureWebBuilt } from '../tools/build-web.ts'
import { type Instance, startInstance } from '../tools/instance.ts'
import { throwawayFolder } from '../tools/throwaway-folder.ts'
import { type Browserless, browserless } from './browserless.ts'
import { look } from './look.ts'
import { madeScan } from './made-scan.ts'
import { education, readCard, register, signInClerk, uncollected } from './main-job.ts'

// A new person is told, agrees or not, and hears of what a window says of their certificate.
test.describe.configure({ mode: 'serial' })

let instance: Instance
let folder: Awaited<ReturnType<typeof throwawayFolder>>
let clerk: Browserless
let known: Browserless
let person: Page
let personId: string
let chosen: Awaited<ReturnType<typeof uncollected>>

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  await ensureWebBuilt(() => {})
  folder = await throwawayFolder('e2e')
  instance = await startInstance({ dataDir: folder.path, hear: () => {} })
  clerk = browserless(instance.url)
  known = browserless(instance.url)
  chosen = await uncollected(clerk)
  await signInClerk(clerk)
  await readCard(instance, clerk, chosen.card)
  personId = (await register(known, chosen.card, chosen.mobile)).personId
  const context = await browser.newContext({
    baseURL: instance.url,
    viewport: { width: 360, height: 780 },
  })
  await context.addCookies(known.cookies())
  person = await context.newPage()
})

test.afterAll(async () => {
  await instance?.stop()
  await folder?.remove()
})

test('R12.5 everybody may read the notice, without signing in and in both languages', async ({ browser }) => {
  const context = await browser.newContext({ baseURL: instance.url })
  const visitor = await context.newPage()
  await visitor.goto('/')
  await visitor.getByRole('link', { name: '个人信息处理告知' }).click()
  await expect(visitor.getByRole('heading', { name: '其中的敏感个人信息' })).toBeVisible()
  await look(visitor, 'portal-notice')
  await visitor.getByRole('link', { name: 'English' }).click()
  await expect(visitor.getByRole('heading', { name: 'Your rights' })).toBeVisible()
  await look(visitor, 'portal-notice-en')
  await context.close()
})

test('R12.5 the notice stands before every page until it is acknowledged, in both languages', async () => {
  await person.goto('/me/messages')
  await expect(person).toHaveURL(/\/me\/notice\?back=/)
  await expect(person.getByRole('heading', { name: '个人信息处理告知', level: 1 })).toBeVisible()
  await look(person, 'notice-asked')
  await person.getByRole('button', { name: 'English' }).click()
  await expect(person.getByRole('button', { name: 'I have read this' })).toBeVisible()
  await look(person, 'notice-asked-en')
  await person.getByRole('button', { name: '中文' }).click()
  await person.getByRole('button', { name: '我已阅读并知悉' }).click()
  await expect(person.getByRole('heading', { name: '消息', level: 1 })).toBeVisible()
})

test('R4.11 an empty inbox says what will come there', async () => {
  await expect(person.getByText('还没有消息。')).toBeVisible()
  await look(person, 'messages-empty')
})

test('R12.5 an optional use is off until it is switched on, and withdrawn as easily', async () => {
  await person.goto('/me/notice')
  await expect(person.getByText(/知悉第1版告知/)).toBeVisible()
  const reminders = person.getByRole('switch', { name: '到期提醒短信' })
  await expect(reminders).not.toBeChecked()
  await look(person, 'notice-consents')
  await reminders.click()
  await expect(reminders).toBeChecked()
  await expect(person.getByText('已开启')).toBeVisible()
  await person.reload()
  await expect(reminders).toBeChecked()
  await look(person, 'notice-consent-given')
  await reminders.click()
  await expect(person.getByText('未开启')).toBeVisible()
  await person.getByText('个人信息处理告知全文').click()
  await expect(person.getByRole('heading', { name: '您的权利' })).toBeVisible()
  await look(person, 'notice-whole')
})

test('R7.5 a refusal reaches the inbox with its reasons and leads to the record', async () => {
  const recordId = randomUUID()
  const params = { personId, recordId }
  const added = await known.call(addRecord, {
    params: { personId },
    body: { id: recordId, declared: true, record: education },
  })
  const { record } = await known.call(addScan, {
    params: { ...params, version: added.version },
    query: {},
    body: await madeScan('DIPLOMA'),
  })
  await clerk.call(findPerson, { body: { number: chosen.card.number, reason: 'original-verification' } })
  await clerk.call(readScan, { params: { ...params, version: record.version, page: 1 } })
  await clerk.call(refuseOriginal, {
    params,
    body: {
      version: record.version,
      reasons: ['scan-unclear', 'data-differ'],
      note: null,
      presentedBy: 'person',
    },
  })
  await person.goto('/me/messages')
  const message = person.getByRole('article', { name: /原件核对未通过/ })
  await expect(message.getByText('未读', { exact: true })).toBeVisible()
  await expect(message.getByText('扫描件模糊不清')).toBeVisible()
  await look(person, 'messages-unread')
  await message.getByRole('link', { name: '去修改' }).click()
  await expect(person).toHaveURL(new RegExp(`/me/education\\?edit=.*${recordId}`))
  await person.goto('/me/messages')
  await expect(person.getByText('全部消息均已读。')).toBeVisible()
})

test('R4.11 every kind of message in its words, at both widths and in both languages', async () => {
  const messages = inboxTemplates.map((template, at) => ({
    id: randomUUID(),
    template,
    facts: {
      kind: template === 'record-ending' ? 'registration' : 'post',
      days: 30,
      ...(template === 'verification-refused' && { reasons: 'scan-unclear,data-incomplete' }),
    },
    recordId: randomUUID(),
    at: '2026-09-01T01:30:00.000Z',
    readAt: at % 3 === 0 ? '2026-09-01T02:00:00.000Z' : null,
  }))
  await person.route(`**${readInbox.path.replace(':personId', '*')}`, (route) =>
    route.fulfill({ json: { messages, unread: 100, next: randomUUID() } }),
  )
  await person.goto('/me/messages')
  await expect(person.getByRole('article')).toHaveCount(messages.length)
  await look(person, 'messages-all')
  await person.getByRole('button', { name: 'English' }).click()
  await expect(person.getByRole('heading', { name: 'Messages', level: 1 })).toBeVisible()
  await look(person, 'messages-all-en')
})
