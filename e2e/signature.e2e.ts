import { expect, type Page, test } from '@playwright/test'
import { demoOutbox } from '@zhuji/contract/demo.ts'
import { acknowledgeNotice, readNotice } from '@zhuji/contract/notices.ts'
import { frame, sheet } from '@zhuji/domain/signature-form.ts'
import sharp from 'sharp'
import { fromCorner, scanned, withDpi } from '../server/test/signature-forms.ts'
import { ensureWebBuilt } from '../tools/build-web.ts'
import { type Instance, startInstance } from '../tools/instance.ts'
import { throwawayFolder } from '../tools/throwaway-folder.ts'
import { browserless } from './browserless.ts'
import { look } from './look.ts'
import { readCard, register, signInClerk, uncollected } from './main-job.ts'

// The form is printed by the browser, signed, scanned and uploaded; what was cut out is confirmed with a fresh code.
test.describe.configure({ mode: 'serial' })

const dpi = 150
const pixelsPerMm = dpi / 25.4

let instance: Instance
let folder: Awaited<ReturnType<typeof throwawayFolder>>
let person: Page
/** Looks at the print as a scanner does: so many pixels an inch. */
let scanner: Page
let chosen: Awaited<ReturnType<typeof uncollected>>
let printed: Buffer

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  await ensureWebBuilt(() => {})
  folder = await throwawayFolder('signature')
  instance = await startInstance({ dataDir: folder.path, hear: () => {} })
  const [clerk, known] = [browserless(instance.url), browserless(instance.url)]
  chosen = await uncollected(clerk)
  await signInClerk(clerk)
  await readCard(instance, clerk, chosen.card)
  const { personId } = await register(known, chosen.card, chosen.mobile)
  const { version } = await known.call(readNotice, {})
  await known.call(acknowledgeNotice, { params: { personId }, body: { version } })
  const pageAt = async (width: number, height: number, deviceScaleFactor: number) => {
    const viewport = { width, height }
    const context = await browser.newContext({ baseURL: instance.url, viewport, deviceScaleFactor })
    await context.addCookies(known.cookies())
    return context.newPage()
  }
  person = await pageAt(360, 780, 1)
  scanner = await pageAt(794, 1123, dpi / 96)
})

test.afterAll(async () => {
  await instance?.stop()
  await folder?.remove()
})

test('R10.1 G62 G65 before any upload the page says so, what it is for, and offers 打印 and 上传', async () => {
  await person.goto('/me/signature')
  await expect(person.getByRole('heading', { name: '个人签名信息', level: 1 })).toBeVisible()
  await expect(person.getByText('您尚未上传过签名信息采集表。')).toBeVisible()
  await expect(person.getByText('提供给管理部门作为核对依据')).toBeVisible()
  await expect(person.getByRole('link', { name: '打印' })).toBeVisible()
  await expect(person.getByLabel('上传')).toBeAttached()
  await look(person, 'signature-none')
  await person.getByRole('button', { name: 'English' }).click()
  await expect(person.getByText('You have not uploaded a signature form yet.')).toBeVisible()
  await look(person, 'signature-none-en')
  await person.getByRole('button', { name: '中文' }).click()
})

test('G63 G64 G144 the printed form is one sheet with name, number, frame and both instructions', async () => {
  await person.getByRole('link', { name: '打印' }).click()
  await expect(person.getByRole('heading', { name: '签名信息采集表', level: 1 })).toBeVisible()
  await expect(
    person.getByText('不要超出边框，然后扫描成电子图片，分辨率为100DPI-200DPI，并上传。').first(),
  ).toBeVisible()
  await expect(person.getByText('本手写签名作为个人手写签名的备案数据').first()).toBeVisible()
  await look(person, 'signature-form')
  const pdf = (await person.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](\.\d+)? 84[12](\.\d+)?\]/)

  await scanner.goto('/me/signature/form')
  await expect(scanner.locator('.form-sheet')).toBeVisible()
  await scanner.emulateMedia({ media: 'print' })
  const box = await scanner.locator('.form-sheet').boundingBox()
  expect(box).toMatchObject({ x: 0, y: 0 })
  expect(box?.width).toBeCloseTo((sheet.width / 25.4) * 96, 0)
  await expect(scanner.locator('.form-sheet').getByText(chosen.card.name)).toBeVisible()
  await expect(scanner.locator('.form-sheet').getByText(chosen.card.number)).toBeVisible()
  printed = await scanner.screenshot()
  await sharp(printed).toFile('.cache/screens/signature-printed.png')
})

const stroke = (shift = 0) => {
  const at = (x: number, y: number) => `${(frame.x + x) * pixelsPerMm} ${(frame.y + y + shift) * pixelsPerMm}`
  return `M${at(20, 30)} C${at(30, 5)} ${at(40, 45)} ${at(50, 25)} S${at(70, 10)} ${at(75, 35)} S${at(95, 20)} ${at(102, 12)}`
}

/** The printed sheet with something written on it, as a scanner at 150 dpi gives it. */
async function signed(path: string, turn = 0): Promise<Buffer> {
  const { width, height } = await sharp(printed).metadata()
  const ink = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <path d="${path}" fill="none" stroke="#1a2a6c" stroke-width="4" stroke-linecap="round"/></svg>`
  const written = await sharp(printed)
    .composite([{ input: Buffer.from(ink) }])
    .png()
    .toBuffer()
  const jpeg = await sharp(written)
    .rotate(turn, { background: '#fff' })
    .flatten()
    .jpeg({ quality: 80 })
    .toBuffer()
  return withDpi(jpeg, dpi)
}

const send = (buffer: Buffer) =>
  person.getByLabel('上传').setInputFiles({ name: 'form.jpg', mimeType: 'image/jpeg', buffer })

test('G64 a signature over the frame is answered in words', async () => {
  await person.getByRole('link', { name: '签好了，去上传' }).click()
  await send(await signed(stroke(-22)))
  await expect(person.getByText('签名碰到或超出了边框，本次没有保存。')).toBeVisible({ timeout: 20_000 })
  await look(person, 'signature-over-frame')
})

test('R10.2 the signed form is read though it lay askew, and the signature is shown cut out', async () => {
  await send(await signed(stroke(), 2.5))
  await expect(person.getByRole('heading', { name: '请确认签名' })).toBeVisible({ timeout: 20_000 })
  const picture = person.getByRole('img', { name: '从表上裁出的签名' })
  await expect(picture).toBeVisible()
  await expect(person.getByText('您尚未上传过签名信息采集表。')).toBeHidden()
  await look(person, 'signature-to-confirm')
  const before = (await picture.boundingBox())?.width ?? 0
  await person.getByRole('button', { name: '放大' }).click()
  await expect.poll(async () => (await picture.boundingBox())?.width).toBeGreaterThan(before * 1.4)
})

test('R5.2 R5.4 a photo from a corner is made into a scan of the form, and replaces what was not confirmed', async () => {
  const size = { width: sheet.width * 10, height: sheet.height * 10, fit: 'fill' } as const
  const flat = await sharp(await signed(stroke(3)))
    .resize(size)
    .greyscale()
    .raw()
    .toBuffer()
  const light = ({ x, y }: { x: number; y: number }) => 0.75 + (x + y) / 2500
  const photo = await scanned(
    { ...size, dots: flat },
    { dpi: 190, statedDpi: 72, lies: fromCorner, light, quality: 80 },
  )
  await send(photo)
  const studio = person.getByRole('dialog', { name: '制作扫描件' })
  await expect(studio.getByRole('heading', { name: '核对边缘和纸张' })).toBeVisible({ timeout: 40_000 })
  await studio.getByText('查看原因').click()
  await expect(studio.getByText('不在 100dpi~200dpi 之间')).toBeVisible()
  await look(person, 'signature-photo')
  await studio.getByRole('button', { name: '生成扫描件' }).click()
  await studio.getByRole('button', { name: '使用这份扫描件' }).click({ timeout: 40_000 })
  const before = await person.getByRole('img', { name: '从表上裁出的签名' }).getAttribute('src')
  await expect(studio).toBeHidden()
  const picture = person.getByRole('img', { name: '从表上裁出的签名' })
  await expect.poll(() => picture.getAttribute('src'), { timeout: 20_000 }).not.toBe(before)
  await look(person, 'signature-from-photo')
})

test('R10.3 R3.4 a fresh code from the bound mobile files it at level D', async () => {
  // The registration's code was sent less than a minute ago: the next one may be asked for when a minute is over.
  test.setTimeout(150_000)
  const outbox = browserless(instance.url)
  const newest = async () => {
    const { messages } = await outbox.call(demoOutbox, {})
    return messages.find(({ mobile, text }) => mobile === chosen.mobile && text.includes('10分钟'))?.text
  }
  await expect(async () => {
    await person.getByRole('button', { name: /^获取验证码/ }).click({ timeout: 2000 })
    await expect.poll(newest, { timeout: 5000 }).toBeTruthy()
  }).toPass({ timeout: 100_000 })
  const code = (await newest())?.match(/\b(\d{6})\b/)?.[1] ?? ''
  await look(person, 'signature-code')
  await person.getByLabel('短信验证码').fill(code)
  await person.getByRole('button', { name: '是我的签名，确认提交' }).click()
  await expect(person.getByRole('heading', { name: /备案签名/ })).toBeVisible()
  await expect(person.getByRole('img', { name: /^D：/ })).toBeVisible()
  await expect(person.getByRole('img', { name: '从表上裁出的签名' })).toBeVisible()
  await look(person, 'signature-filed')
})
