import { expect, type Page, test } from '@playwright/test'
import { scanChecks } from '@zhuji/domain/scan-rules.ts'
import sharp from 'sharp'
import { languageCookie } from '../web/src/app/language-cookie.ts'
import { look } from './look.ts'
import { flatPage, pdfOf } from './studio-files.ts'
import { chooseFile, personWithRecord } from './studio-person.ts'
import { type PhotoPlan, photograph, photoPlans } from './studio-photos.ts'

// The scan studio step by step, at both widths: what it finds, what it warns of, what it cannot open.
test.describe.configure({ mode: 'serial' })

let person: Awaited<ReturnType<typeof personWithRecord>>
let page: Page
const plan = photoPlans()[2] as PhotoPlan

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  person = await personWithRecord(browser)
  page = person.page
})
test.afterAll(() => person?.stop())

const studio = () => page.getByRole('dialog', { name: '制作扫描件' })
const make = () => page.getByRole('button', { name: '生成扫描件' })
const again = () => page.getByRole('button', { name: '重新拍照或选择' }).click()
const corner = (name: string) => page.getByRole('button', { name: new RegExp(`^${name}`) })
const madeBytes = async () => {
  const address = await page.getByRole('img', { name: '生成的扫描件' }).getAttribute('src')
  return page.evaluate(async (url) => {
    const image = new Image()
    image.src = url ?? ''
    await image.decode()
    return { width: image.naturalWidth, height: image.naturalHeight }
  }, address)
}

test('R5.4 a photo’s edges are found, and a corner moves by finger, mouse and arrow keys', async () => {
  await expect(page.getByText('选择文件')).toBeVisible()
  await look(page, 'scan-panel')
  const { jpeg } = await photograph(plan)
  await chooseFile(page, 'photo.jpg', jpeg)
  await expect(make()).toBeEnabled({ timeout: 30_000 })
  await expect(page.getByText('已找到证书边缘，请核对四个角。')).toBeVisible()
  await expect(page.getByText('A4 单页')).toBeVisible()
  await look(page, 'studio-edges')

  const handle = corner('左上角')
  const left = () => handle.evaluate((element) => Number.parseFloat(element.style.left))
  const found = await left()
  await handle.focus()
  await page.keyboard.press('ArrowLeft')
  expect(await left()).toBeCloseTo(found - 0.2, 3)
  await page.keyboard.press('Shift+ArrowRight')
  expect(await left()).toBeCloseTo(found + 1.8, 3)
  const box = await handle.boundingBox()
  if (!box) throw new Error('the corner is on the screen')
  await page.mouse.move(box.x + 22, box.y + 22)
  await page.mouse.down()
  await page.mouse.move(box.x + 60, box.y + 40, { steps: 4 })
  expect(await left()).toBeGreaterThan(found + 3)
  await page.mouse.up()
  await page.getByRole('button', { name: '恢复找到的边缘' }).click()
  expect(await left()).toBeCloseTo(found, 3)
})

test('R5.4 R5.1 G49 the scan is shown before and after with each rule ticked, and a turn turns it', async () => {
  await make().click()
  await expect(page.getByRole('img', { name: '生成的扫描件' })).toBeVisible({ timeout: 30_000 })
  for (const rule of ['JPG 文件完整', '分辨率 100 dpi', '实际尺寸 ≈ 297 × 210 mm（比例1:1）', '接近A4 单页'])
    await expect(studio().getByText(rule)).toBeVisible()
  const size =
    (await studio()
      .getByText(/^文件大小 \d+ KB$/)
      .textContent()) ?? ''
  expect(Number(size.match(/\d+/)?.[0])).toBeLessThanOrEqual(300)
  await expect(studio().getByText('不符合')).toHaveCount(0)
  await expect(studio().getByText('清晰度、亮度、反光检查：未发现问题')).toBeVisible()
  await look(page, 'studio-result')
  await page.getByRole('button', { name: '放大看清小字' }).click()
  await look(page, 'studio-enlarged')
  expect(await madeBytes()).toEqual({ width: 1169, height: 827 })

  await page.getByRole('button', { name: '返回调整' }).click()
  await page.getByRole('button', { name: '向右转 90°' }).click()
  await expect(make()).toBeEnabled({ timeout: 20_000 })
  await make().click()
  await expect(studio().getByText('实际尺寸 ≈ 210 × 297 mm（比例1:1）')).toBeVisible({ timeout: 20_000 })
  expect(await madeBytes()).toEqual({ width: 827, height: 1169 })
  await again()
})

test('R5.4 an own size in mm is checked against the rules and the picture’s shape', async () => {
  await chooseFile(page, 'page.png', await (await flatPage('ZJ-50', 100)).png().toBuffer())
  await expect(page.getByText('没有看到纸张边缘，先用整张图片。如需裁剪，请拖动四个角。')).toBeVisible({
    timeout: 20_000,
  })
  await page.getByLabel('证书纸张大小').click()
  await page.getByTitle('其他尺寸（自己量）').click()
  await page.getByLabel('宽', { exact: true }).fill('30')
  await page.keyboard.press('Tab')
  await expect(page.getByText('每边应为 40~600 mm，请重新量。')).toBeVisible()
  await expect(make()).toBeDisabled()
  await look(page, 'studio-own-size')
  await page.getByLabel('宽', { exact: true }).fill('120')
  await page.keyboard.press('Tab')
  await make().click()
  await expect(studio().getByText('实际尺寸 ≈ 120 × 170 mm（比例1:1）')).toBeVisible({ timeout: 20_000 })
  await again()
})

test('R5.5 a blurred or dark photo is told with a way to mend it, and may be used all the same', async () => {
  const { jpeg } = await photograph({ ...plan, orientation: 1 })
  const poor = await sharp(jpeg).blur(4).linear(0.38, 0).jpeg().toBuffer()
  await chooseFile(page, 'poor.jpg', poor)
  await expect(make()).toBeEnabled({ timeout: 30_000 })
  await make().click()
  await expect(studio().getByText(/^图像模糊/)).toBeVisible({ timeout: 20_000 })
  await expect(studio().getByText(/^图像偏暗/)).toBeVisible()
  await expect(page.getByRole('button', { name: '使用这份扫描件' })).toBeEnabled()
  await look(page, 'studio-doubtful')
  await again()
})

test('R5.4 a page of a PDF is chosen, and comes out in its own size', async () => {
  await chooseFile(page, 'two-pages.pdf', await pdfOf(['ZJ-61', 'ZJ-62']))
  await expect(page.getByText('这个 PDF 有 2 页，请选一页。')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('img', { name: '第 1 页，共 2 页' })).toBeVisible({ timeout: 20_000 })
  await look(page, 'studio-pdf')
  await page.getByRole('button', { name: '下一页' }).click()
  await expect(page.getByRole('img', { name: '第 2 页，共 2 页' })).toBeVisible()
  await page.getByRole('button', { name: '用这一页' }).click()
  await expect(make()).toBeEnabled({ timeout: 30_000 })
  await make().click()
  await expect(studio().getByText('实际尺寸 ≈ 210 × 297 mm（比例1:1）')).toBeVisible({ timeout: 20_000 })
  await again()
})

const refused: [name: string, bytes: Buffer, words: RegExp][] = [
  [
    'photo.heic',
    Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0'), Buffer.alloc(64)]),
    /打不开 HEIC 照片/,
  ],
  ['broken.pdf', Buffer.from('%PDF-1.7\nnothing of the kind'), /文件已损坏或不完整/],
  ['cut.png', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), /文件已损坏或不完整/],
  ['letter.docx', Buffer.from('PK\x03\x04word/document.xml'), /不认识这种文件/],
]
for (const [name, bytes, words] of refused)
  test(`R5.4 ${name} is refused with what to do instead`, async () => {
    await chooseFile(page, name, bytes)
    await expect(page.getByText(words)).toBeVisible({ timeout: 20_000 })
    await look(page, `studio-refused-${name.split('.')[0]}`)
  })

for (const kind of ['png', 'webp'] as const)
  test(`R5.4 R5.6 a ${kind.toUpperCase()} becomes a scan that is sent, and only that is sent`, async () => {
    const sent: Buffer[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.postDataBuffer() ?? Buffer.alloc(0))
    })
    await chooseFile(
      page,
      `page.${kind}`,
      await (await flatPage(`ZJ-${kind}`, 150)).toFormat(kind).toBuffer(),
    )
    await expect(make()).toBeEnabled({ timeout: 20_000 })
    await make().click()
    await page.getByRole('button', { name: '使用这份扫描件' }).click({ timeout: 20_000 })
    await expect(page.getByText('上传成功', { exact: true })).toBeVisible({ timeout: 20_000 })
    const body = sent.at(-1) ?? Buffer.alloc(0)
    expect(sent.length).toBe(1)
    expect(scanChecks(new Uint8Array(body)).every(({ outcome }) => outcome === 'passed')).toBe(true)
  })

test('R5.4 where workers have no canvas the page does the work itself', async () => {
  await page.addInitScript(() => {
    Object.assign(globalThis, { OffscreenCanvas: undefined })
  })
  await page.reload()
  await chooseFile(page, 'photo.jpg', (await photograph(plan)).jpeg)
  await expect(page.getByText('已找到证书边缘，请核对四个角。')).toBeVisible({ timeout: 30_000 })
  await make().click()
  await expect(studio().getByText('实际尺寸 ≈ 297 × 210 mm（比例1:1）')).toBeVisible({ timeout: 20_000 })
})

test('R5.4 in English the steps read in English', async () => {
  await page.evaluate((cookie) => {
    // biome-ignore lint/suspicious/noDocumentCookie: as the page itself keeps it
    document.cookie = cookie
  }, languageCookie('en'))
  await page.reload()
  const { jpeg } = await photograph(plan)
  await page.getByLabel('Choose a file').setInputFiles({ name: 'photo.jpg', mimeType: '', buffer: jpeg })
  await expect(page.getByRole('button', { name: 'Make the scan' })).toBeEnabled({ timeout: 30_000 })
  await look(page, 'studio-edges-en')
  await page.getByRole('button', { name: 'Make the scan' }).click()
  await expect(page.getByRole('button', { name: 'Use this scan' })).toBeVisible({ timeout: 20_000 })
  await look(page, 'studio-result-en')
})
