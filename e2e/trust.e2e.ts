import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { demoOutbox } from '@zhuji/contract/demo.ts'
import { acknowledgeNotice, readNotice } from '@zhuji/contract/notices.ts'
import { addRecord, addScan } from '@zhuji/contract/records.ts'
import { strFromU8, unzipSync } from 'fflate'
import { ensureWebBuilt } from '../tools/build-web.ts'
import { type Instance, startInstance } from '../tools/instance.ts'
import { throwawayFolder } from '../tools/throwaway-folder.ts'
import { type Browserless, browserless } from './browserless.ts'
import { look } from './look.ts'
import { madeScan } from './made-scan.ts'
import { education, readCard, register, signInClerk, uncollected, verify } from './main-job.ts'

// A person sees who looked at their data, and takes all of them away in one file.
test.describe.configure({ mode: 'serial' })

let instance: Instance
let folder: Awaited<ReturnType<typeof throwawayFolder>>
let known: Browserless
let person: Page
let personId: string
let chosen: Awaited<ReturnType<typeof uncollected>>

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  await ensureWebBuilt(() => {})
  folder = await throwawayFolder('trust')
  instance = await startInstance({ dataDir: folder.path, hear: () => {} })
  const clerk = browserless(instance.url)
  known = browserless(instance.url)
  chosen = await uncollected(clerk)
  await signInClerk(clerk)
  await readCard(instance, clerk, chosen.card)
  personId = (await register(known, chosen.card, chosen.mobile)).personId
  const { version } = await known.call(readNotice, {})
  await known.call(acknowledgeNotice, { params: { personId }, body: { version } })
  const recordId = crypto.randomUUID()
  const added = await known.call(addRecord, {
    params: { personId },
    body: { id: recordId, declared: true, record: education },
  })
  await known.call(addScan, {
    params: { personId, recordId, version: added.version },
    query: {},
    body: await madeScan('DIPLOMA'),
  })
  await verify(clerk, chosen.card.number, personId, recordId)
  const context = await browser.newContext({
    baseURL: instance.url,
    viewport: { width: 360, height: 780 },
    acceptDownloads: true,
  })
  await context.addCookies(known.cookies())
  person = await context.newPage()
})

test.afterAll(async () => {
  await instance?.stop()
  await folder?.remove()
})

test('R12.1 the timeline tells office, role, reason and act, grouped by matter, in both languages', async () => {
  await person.goto('/me/accesses')
  await expect(person.getByRole('heading', { name: '谁查看过我的信息', level: 1 })).toBeVisible()
  const matter = person.getByRole('listitem').filter({ hasText: '原件核对' }).first()
  await expect(matter).toContainText('窗口人员 · ')
  await expect(matter).toContainText('查看证书扫描件')
  await expect(matter).toContainText('原件核对通过')
  await expect(person.getByRole('heading', { name: '窗口刷证', level: 3 })).toBeVisible()
  await look(person, 'accesses')
  await person.getByRole('button', { name: 'English' }).click()
  await expect(person.getByText('Looked at a certificate’s scan')).toBeVisible()
  await look(person, 'accesses-en')
  await person.getByRole('button', { name: '中文' }).click()
})

test('R12.1 with nothing to tell the page says so', async () => {
  await person.route('**/api/persons/*/accesses', (route) =>
    route.fulfill({ json: { accesses: [], next: null } }),
  )
  await person.reload()
  await expect(person.getByText('目前没有人查看过您的信息')).toBeVisible()
  await look(person, 'accesses-empty')
  await person.unroute('**/api/persons/*/accesses')
})

test('R12.4 R3.4 the export says what it holds, asks for a fresh code, and refuses a wrong one', async () => {
  test.setTimeout(150_000)
  await person.goto('/me/export')
  await expect(person.getByRole('heading', { name: '导出我的信息', level: 1 })).toBeVisible()
  await look(person, 'export')
  await person.getByRole('button', { name: 'English' }).click()
  await expect(person.getByRole('heading', { name: 'Export my data', level: 1 })).toBeVisible()
  await look(person, 'export-en')
  await person.getByRole('button', { name: '中文' }).click()
  await person.getByRole('button', { name: '导出并下载' }).click()
  await expect(person.getByText('请填写短信验证码')).toBeVisible()
  const ask = person.getByRole('button', { name: /获取验证码/ })
  const sent = person.getByText(/验证码已发送到 .*10分钟内有效/)
  const tooSoon = person.getByRole('alert').filter({ hasText: '获取密码过于频繁' })
  await ask.click()
  await expect(sent.or(tooSoon)).toBeVisible()
  // The code of the registration went out less than a minute ago.
  if (await tooSoon.isVisible()) {
    await expect(ask).toBeDisabled()
    await look(person, 'export-code-too-soon')
    await expect(ask).toBeEnabled({ timeout: 70_000 })
    await ask.click()
    await expect(sent).toBeVisible()
  }
  await expect(person.getByLabel('短信验证码')).toBeFocused()
  const right = await freshCode()
  await person.keyboard.type(right === '000000' ? '000001' : '000000')
  await person.keyboard.press('Enter')
  await expect(person.getByText('验证码不正确或已失效')).toBeVisible()
  await look(person, 'export-code-wrong')
})

test('R12.4 a download that breaks off is never taken for a file', async () => {
  await person.route('**/api/persons/*/export', (route) => route.abort('connectionreset'))
  await person.getByLabel('短信验证码').fill(await freshCode())
  await person.getByRole('button', { name: '导出并下载' }).click()
  await expect(person.getByRole('alert').filter({ hasText: '连接不上服务器' })).toBeVisible()
  await person.unroute('**/api/persons/*/export')
})

test('R12.4 the file arrives whole, and reads as a page', async ({ browser }) => {
  const arriving = person.waitForEvent('download')
  await person.getByLabel('短信验证码').fill(await freshCode())
  await person.getByRole('button', { name: '导出并下载' }).click()
  const download = await arriving
  expect(download.suggestedFilename()).toBe('my-information.zip')
  await expect(person.getByText(/导出完成，共 \d+ KB/)).toBeVisible()
  await look(person, 'export-done')
  const files = unzipSync(await readFile(await download.path()))
  expect(JSON.parse(strFromU8(files['information.json'] ?? new Uint8Array())).personId).toBe(personId)
  expect(Object.keys(files).some((name) => name.startsWith('scans/学历证书1_'))).toBe(true)
  const reading = await (await browser.newContext()).newPage()
  await reading.setContent(strFromU8(files['个人信息.html'] ?? new Uint8Array()))
  await expect(reading.getByRole('heading', { name: '谁查看过我的信息' })).toBeVisible()
  await look(reading, 'export-page')
  await reading.context().close()
})

test('R12.1 the export itself stands in the timeline', async () => {
  await person.goto('/me/accesses')
  await expect(person.getByText('导出本人的全部信息')).toBeVisible()
})

/** The newest export code in the demo’s outbox. */
async function freshCode(): Promise<string> {
  let code: string | undefined
  await expect
    .poll(async () => {
      const { messages } = await known.call(demoOutbox, {})
      const sent = messages.find(({ mobile, text }) => mobile === chosen.mobile && text.includes('导出本人'))
      code = sent?.text.match(/\b\d{6}\b/)?.[0] ?? sent?.text.match(/验证码：(\d{6})/)?.[1]
      return code
    })
    .toBeTruthy()
  return code ?? ''
}
