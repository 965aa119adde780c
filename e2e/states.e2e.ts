import { type BrowserContext, expect, type Page, test } from '@playwright/test'
import type { RecordView } from '@zhuji/contract/records.ts'
import { kindOf } from '@zhuji/domain/record-kinds.ts'
import { ensureWebBuilt } from '../tools/build-web.ts'
import { type Instance, startInstance } from '../tools/instance.ts'
import { throwawayFolder } from '../tools/throwaway-folder.ts'
import { look, lookAsItIs } from './look.ts'
import { education } from './main-job.ts'
import { acknowledge, newPerson } from './new-person.ts'
import { type PageState, plainPages, practitionerPages, publicPages, states } from './page-states.ts'
import { ownRecords, suppliedRecords } from './section-records.ts'

// Every page in each of its states, by name: what it shows is in place, within the screen, and without a fault of access.

let instance: Instance
let folder: Awaited<ReturnType<typeof throwawayFolder>>
let context: BrowserContext
let page: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  await ensureWebBuilt(() => {})
  folder = await throwawayFolder('states')
  instance = await startInstance({ dataDir: folder.path, hear: () => {} })
  const { known, personId } = await newPerson(instance)
  await acknowledge(known, personId)
  context = await browser.newContext({ baseURL: instance.url, viewport: { width: 360, height: 780 } })
  await context.addCookies(known.cookies())
  page = await context.newPage()
})

test.afterAll(async () => {
  await instance?.stop()
  await folder?.remove()
})

test.afterEach(async () => {
  await page.unrouteAll({ behavior: 'ignoreErrors' })
  await prefer('zhuji-language', 'zh')
  await prefer('zhuji-type', 'usual')
})

const prefer = (name: string, value: string) => context.addCookies([{ name, value, url: instance.url }])
const shown = () => expect(page.getByRole('heading', { level: 1 })).toBeVisible()

const walks: Record<PageState, (name: keyof typeof practitionerPages) => Promise<void>> = {
  empty: async (name) => {
    await page.goto(practitionerPages[name].path)
    await shown()
    await expect(page.getByText('正在加载…')).toHaveCount(0)
    await look(page, `state-${name}-empty`)
  },
  english: async (name) => {
    await prefer('zhuji-language', 'en')
    await page.goto(practitionerPages[name].path)
    await shown()
    await expect(page.getByText('Loading…')).toHaveCount(0)
    await look(page, `state-${name}-english`)
  },
  'large-type': async (name) => {
    await prefer('zhuji-type', 'large')
    await page.goto(practitionerPages[name].path)
    await shown()
    await expect(page.locator('html.large-type')).toHaveCount(1)
    await lookAsItIs(page, `state-${name}-large-360`)
  },
  loading: async (name) => {
    const { path, needs } = practitionerPages[name]
    const { promise: looked, resolve: goOn } = Promise.withResolvers<void>()
    await page.route(needs, async (route) => {
      await looked
      await route.continue()
    })
    await page.goto(path)
    await expect(page.getByText('正在加载…').first()).toBeVisible()
    await lookAsItIs(page, `state-${name}-loading-360`)
    goOn()
    await shown()
  },
  error: async (name) => {
    const { path, needs } = practitionerPages[name]
    await page.route(needs, (route) =>
      route.fulfill({
        status: 500,
        contentType: 'application/problem+json',
        json: { type: '/problems/internal-error', status: 500, code: 'internal-error', requestId: 'test' },
      }),
    )
    await page.goto(path)
    await expect(page.getByRole('alert').first()).toBeVisible({ timeout: 20_000 })
    await lookAsItIs(page, `state-${name}-error-360`)
  },
}

const names = Object.keys(practitionerPages) as (keyof typeof practitionerPages)[]
for (const name of names)
  test(`${name}: ${states.join(', ')}`, async () => {
    test.setTimeout(120_000)
    for (const state of states) {
      await test.step(state, () => walks[state](name))
      await page.unrouteAll({ behavior: 'ignoreErrors' })
      await prefer('zhuji-language', 'zh')
      await prefer('zhuji-type', 'usual')
    }
  })

for (const [name, one] of Object.entries(practitionerPages))
  if ('drawer' in one)
    test(`${name}: drawer open, in English and in large type`, async () => {
      await prefer('zhuji-language', 'en')
      await page.goto(one.path + one.drawer)
      await expect(page.getByRole('dialog')).toBeVisible()
      await look(page, `state-${name}-drawer-english`)
      await prefer('zhuji-language', 'zh')
      await prefer('zhuji-type', 'large')
      await page.goto(one.path + one.drawer)
      await expect(page.getByRole('dialog')).toBeVisible()
      await lookAsItIs(page, `state-${name}-drawer-large-360`)
    })

for (const type of ['usual', 'large'])
  test(`a month of days fits a phone in ${type} type, and a typed date counts without leaving the field`, async () => {
    await prefer('zhuji-type', type)
    await page.goto('/me/title?add=title')
    const field = page.getByLabel('通过(批准)日期')
    await field.click()
    const calendar = page.locator('.ant-picker-dropdown:visible')
    await expect(calendar).toBeVisible()
    const box = await calendar.boundingBox()
    expect(box?.x).toBeGreaterThanOrEqual(0)
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360)
    await field.pressSequentially('20181120')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(field).toHaveValue('2018年11月20日')
    await expect(page.getByText('请选择通过(批准)日期')).toHaveCount(0)
    await expect(page.getByText('请填写证书编号')).toBeVisible()
  })

const base: Omit<RecordView, 'id' | 'kind' | 'payload'> = {
  level: 'C',
  version: 2,
  origin: 'practitioner',
  scans: [],
  refusal: null,
  cancellation: null,
  verifiedAt: '2026-01-05T02:00:00.000Z',
  verifiedBy: '测试区受理中心',
  openUse: null,
  updatedAt: '2026-01-05T02:00:00.000Z',
}
const ids = (nth: number) => `01900000-0000-7000-8000-00000000b${String(nth).padStart(3, '0')}`
const fixedRecords: RecordView[] = [
  ...[education, ...ownRecords].map(({ kind, payload }, nth) => ({
    ...base,
    id: ids(nth),
    kind,
    payload,
    level: kindOf(kind).evidence === 'original' ? ('C' as const) : ('B' as const),
  })),
  ...suppliedRecords,
]

for (const { id, kind, level } of fixedRecords)
  test(`${kind}: locked at ${level}, and its view open`, async () => {
    await page.route('**/api/persons/*/profile', async (route) => {
      const answer = await route.fetch()
      await route.fulfill({ response: answer, json: { ...(await answer.json()), records: fixedRecords } })
    })
    const { section } = kindOf(kind)
    await page.goto(`/me/${section}`)
    await shown()
    await look(page, `state-${kind}-locked`)
    await page.goto(`/me/${section}?view=${id}`)
    await expect(page.getByRole('dialog')).toBeVisible()
    await look(page, `state-${kind}-view`)
  })

for (const [name, path] of Object.entries({ ...publicPages, ...plainPages }))
  test(`${name}: as it is, in English, in large type`, async () => {
    await page.goto(path)
    await shown()
    await look(page, `state-${name}`)
    await prefer('zhuji-language', 'en')
    await page.goto(path)
    await shown()
    await look(page, `state-${name}-english`)
    await prefer('zhuji-language', 'zh')
    await prefer('zhuji-type', 'large')
    await page.goto(path)
    await shown()
    await lookAsItIs(page, `state-${name}-large-360`)
  })
