import { expect, type Page, test } from '@playwright/test'
import { ensureWebBuilt } from '../tools/build-web.ts'
import { type Instance, startInstance } from '../tools/instance.ts'
import { throwawayFolder } from '../tools/throwaway-folder.ts'
import { browserless } from './browserless.ts'
import { look } from './look.ts'
import { readCard, register, signInClerk, uncollected } from './main-job.ts'

// What a person meets who types the name of a school: names to choose from, hints, and never a lock.
test.describe.configure({ mode: 'serial' })

let instance: Instance
let folder: Awaited<ReturnType<typeof throwawayFolder>>
let page: Page

const school = () => page.getByLabel('学校名称', { exact: true })
const option = (name: string) => page.locator('.ant-select-item-option', { hasText: name })

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  await ensureWebBuilt(() => {})
  folder = await throwawayFolder('full-names')
  instance = await startInstance({ dataDir: folder.path, hear: () => {} })
  const [clerk, person] = [browserless(instance.url), browserless(instance.url)]
  const chosen = await uncollected(clerk)
  await signInClerk(clerk)
  await readCard(instance, clerk, chosen.card)
  await register(person, chosen.card, chosen.mobile)
  const context = await browser.newContext({ baseURL: instance.url, viewport: { width: 360, height: 780 } })
  await context.addCookies(person.cookies())
  page = await context.newPage()
  await page.goto('/me')
  await page.getByRole('button', { name: '我已阅读' }).click()
  await page.goto('/me/education')
  await page.getByRole('link', { name: '新增学历证书' }).click()
})

test.afterAll(async () => {
  await instance?.stop()
  await folder?.remove()
})

test('R4.6 G5 known names are offered, and one is taken by arrow key alone', async () => {
  await school().fill('测试')
  await expect(option('测试工业大学')).toBeVisible()
  await look(page, 'full-names-offered')
  await page.keyboard.press('Tab')
  await expect(school()).toHaveValue('测试')
  await school().fill('测试工')
  await expect(option('测试工业大学')).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(school()).toHaveValue('测试工业大学')
  await school().fill('交通')
  await option('测试交通大学').click()
  await expect(school()).toHaveValue('测试交通大学')
  await expect(page.getByText(/疑似简称/)).toBeHidden()
})

test('R4.6 G5 odd signs and a probable short form are pointed out, and block nothing', async () => {
  await school().fill('测试第２ 交大')
  await expect(page.getByText('第 4 个字符“２”是全角字符，请与证书核对。')).toBeVisible()
  await expect(page.getByText('第 5 个字符是空格，请与证书核对。')).toBeVisible()
  await expect(page.getByText('学校名称疑似简称，请按证书填写全称。')).toBeVisible()
  await look(page, 'full-names-hints')
  await page.keyboard.press('Tab')
  await expect(school()).not.toHaveAttribute('aria-invalid', 'true')
  await expect(school()).toHaveValue('测试第２ 交大')
})
