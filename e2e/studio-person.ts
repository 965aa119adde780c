import type { Browser, Page } from '@playwright/test'
import { acknowledgeNotice, readNotice } from '@zhuji/contract/notices.ts'
import { addRecord } from '@zhuji/contract/records.ts'
import { ensureWebBuilt } from '../tools/build-web.ts'
import { startInstance } from '../tools/instance.ts'
import { throwawayFolder } from '../tools/throwaway-folder.ts'
import { browserless } from './browserless.ts'
import { education, readCard, register, signInClerk, uncollected } from './main-job.ts'

/** A fresh instance, and a registered person before the scan panel of a certificate just saved. */
export async function personWithRecord(browser: Browser) {
  await ensureWebBuilt(() => {})
  const folder = await throwawayFolder('studio')
  const instance = await startInstance({ dataDir: folder.path, hear: () => {} })
  const [clerk, known] = [browserless(instance.url), browserless(instance.url)]
  const chosen = await uncollected(clerk)
  await signInClerk(clerk)
  await readCard(instance, clerk, chosen.card)
  const { personId } = await register(known, chosen.card, chosen.mobile)
  const { version } = await known.call(readNotice, {})
  await known.call(acknowledgeNotice, { params: { personId }, body: { version } })
  const recordId = crypto.randomUUID()
  await known.call(addRecord, {
    params: { personId },
    body: { id: recordId, declared: true, record: education },
  })
  const viewport = { width: 1440, height: 900 }
  const context = await browser.newContext({ baseURL: instance.url, viewport, acceptDownloads: true })
  await context.addCookies(known.cookies())
  const page = await context.newPage()
  await page.goto(`/me/education?edit=${recordId}`)
  const stop = async () => {
    await instance.stop()
    await folder.remove()
  }
  return { page, known, personId, recordId, stop }
}

/** Chooses a file where the page asks for one: in the studio while it is open, else in the scan panel. */
export async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  const studio = page.getByRole('dialog', { name: '制作扫描件' })
  const place = (await studio.isVisible()) ? studio : page
  await place.getByLabel('选择文件').setInputFiles({ name, mimeType: '', buffer })
}
