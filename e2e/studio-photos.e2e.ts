import { readFile } from 'node:fs/promises'
import { expect, type Page, test } from '@playwright/test'
import { readProfile } from '@zhuji/contract/records.ts'
import { pixelsOf } from '@zhuji/domain/scan-fit.ts'
import { scanAccepted, scanChecks } from '@zhuji/domain/scan-rules.ts'
import sharp from 'sharp'
import { acceptedScan } from '../server/src/scans/accepted-scan.ts'
import { codesIn } from './barcodes.ts'
import { chooseFile, personWithRecord } from './studio-person.ts'
import { type Corner, type Photo, type PhotoPlan, photograph, photoPlans, sizesMm } from './studio-photos.ts'

// Forty photos through the studio's own buttons; what comes out is judged as the server judges it.
let person: Awaited<ReturnType<typeof personWithRecord>>

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  person = await personWithRecord(browser)
})
test.afterAll(async () => {
  await person?.stop()
  // The server's judge leaves the process one picture format; other files of this process draw theirs.
  sharp.unblock({ operation: ['VipsForeignLoad'] })
})

const plans = photoPlans()
/** So many results are really sent: as many pages as a scan may have. */
const isSent = (index: number) => index % 8 === 0

interface Outcome {
  name: string
  /** Of the worst corner, in hundredths of the diagonal. */
  off: number
  accepted: boolean
  /** The QR code, and the line of print as fine as a character's stroke. */
  qr: boolean
  line: boolean
}

test('R5.4 R5.1 G6 forty photos: edges found, each rule kept, QR and print still readable', async () => {
  test.setTimeout(240_000)
  const outcomes: Outcome[] = []
  let next = photograph(plans[0] as PhotoPlan)
  for (const [index, plan] of plans.entries()) {
    const photo = await next
    await chooseFile(person.page, `${plan.name}.jpg`, photo.jpeg)
    const following = plans[index + 1]
    if (following) next = photograph(following)
    const scan = await madeScan(person.page, plan, photo)
    outcomes.push(await judged(plan, scan.bytes, scan.off))
    if (index === 0) await isHonest(scan.bytes, plan.words)
    await leave(person.page, index)
  }
  const near = outcomes.filter(({ off }) => off <= 2)
  expect(
    near.length,
    `near enough; the others: ${told(outcomes, ({ off }) => off > 2)}`,
  ).toBeGreaterThanOrEqual(36)
  for (const part of ['accepted', 'qr', 'line'] as const)
    expect(
      told(outcomes, (outcome) => !outcome[part]),
      part,
    ).toBe('')

  const { records } = await person.known.call(readProfile, { params: { personId: person.personId } })
  const sent = records.find(({ id }) => id === person.recordId)?.scans ?? []
  expect(sent.length).toBe(plans.filter((_, index) => isSent(index)).length)
  expect(sent.map(({ dpi }) => dpi).every((dpi) => dpi >= 72 && dpi <= 100)).toBe(true)
})

/** The fine line is no measure if it were read from a smeared scan too. */
async function isHonest(bytes: Uint8Array, words: string): Promise<void> {
  const smeared = async (sigma: number) => codesIn(await sharp(bytes).blur(sigma).png().toBuffer())
  expect((await smeared(0.5)).bars).toEqual([words])
  expect((await smeared(2)).bars).toEqual([])
}

const told = (outcomes: Outcome[], which: (outcome: Outcome) => boolean) =>
  outcomes
    .filter(which)
    .map(({ name, off }) => `${name} (${off.toFixed(1)} %)`)
    .join(', ')

/** Takes one photo through corners and paper to the scan, without touching the corners. */
async function madeScan(page: Page, plan: PhotoPlan, photo: Photo) {
  const make = page.getByRole('button', { name: '生成扫描件' })
  await drawn(page, '.studio-corner')
  const off = worst(plan, await cornersOn(page), photo.corners)
  if (plan.sheet === 'A5' || plan.sheet === 'A3') {
    await page.getByLabel('证书纸张大小').click()
    await page.getByTitle(plan.sheet === 'A5' ? /^A5/ : /^A3/).click()
  }
  await make.click()
  const link = page.getByRole('link', { name: '保存到本机' })
  await drawn(page, 'a[download]')
  const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
  return { bytes: new Uint8Array(await readFile(await download.path())), off }
}

/** Asks at every frame; what waits for locators asks twice a second, eighty times over. */
const drawn = (page: Page, selector: string) =>
  page.waitForFunction((wanted) => document.querySelector(wanted) !== null, selector, { timeout: 30_000 })

/** Where the four handles lie, as shares of the picture. */
const cornersOn = (page: Page): Promise<Corner[]> =>
  page.locator('.studio-corner').evaluateAll((handles) =>
    handles.map((handle) => {
      const { left, top } = (handle as HTMLElement).style
      return { x: Number.parseFloat(left) / 100, y: Number.parseFloat(top) / 100 }
    }),
  )

function worst({ width, height }: PhotoPlan, shares: Corner[], corners: Photo['corners']): number {
  const distances = corners.map((corner, index) => {
    const { x = 9, y = 9 } = shares[index] ?? {}
    return Math.hypot(x * width - corner.x, y * height - corner.y)
  })
  return (Math.max(...distances) / Math.hypot(width, height)) * 100
}

async function judged(plan: PhotoPlan, bytes: Uint8Array, off: number): Promise<Outcome> {
  const checks = scanChecks(bytes)
  const { width, height, dpi } = await acceptedScan(bytes)
  const [short, long] = sizesMm[plan.sheet]
  const isTrue =
    width === pixelsOf(plan.landscape ? long : short, dpi) &&
    height === pixelsOf(plan.landscape ? short : long, dpi)
  const codes = await codesIn(bytes)
  return {
    name: plan.name,
    off,
    accepted: scanAccepted(checks) && isTrue,
    qr: codes.qr.includes(plan.words),
    line: codes.bars.includes(plan.words),
  }
}

/** Sends the scan, or takes the next picture. */
async function leave(page: Page, index: number): Promise<void> {
  if (!isSent(index)) return page.getByRole('button', { name: '重新拍照或选择' }).click()
  await page.getByRole('button', { name: '使用这份扫描件' }).click()
  await page.getByText('上传成功', { exact: true }).waitFor({ timeout: 20_000 })
}
