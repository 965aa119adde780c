import { expect, type Page, test } from '@playwright/test'
import { demoOutbox, demoStaff } from '@zhuji/contract/demo.ts'
import sharp from 'sharp'
import { ensureWebBuilt } from '../tools/build-web.ts'
import { type Instance, startInstance } from '../tools/instance.ts'
import { throwawayFolder } from '../tools/throwaway-folder.ts'
import { browserless } from './browserless.ts'
import { look } from './look.ts'
import { madeScan } from './made-scan.ts'
import { education, uncollected } from './main-job.ts'

// The whole main job in a real browser, in the order in which people do it: clerk, person, clerk, person.
test.describe.configure({ mode: 'serial' })

let instance: Instance
let folder: Awaited<ReturnType<typeof throwawayFolder>>
let clerk: Page
let person: Page
let chosen: Awaited<ReturnType<typeof uncollected>>

test.beforeAll(async ({ browser }) => {
  test.setTimeout(180_000)
  await ensureWebBuilt(() => {})
  folder = await throwawayFolder('e2e')
  instance = await startInstance({ dataDir: folder.path, hear: () => {} })
  chosen = await uncollected(browserless(instance.url))
  clerk = await (
    await browser.newContext({ baseURL: instance.url, viewport: { width: 1440, height: 900 } })
  ).newPage()
  person = await (
    await browser.newContext({ baseURL: instance.url, viewport: { width: 360, height: 780 } })
  ).newPage()
})

test.afterAll(async () => {
  await instance?.stop()
  await folder?.remove()
})

test('G80 G140 the clerk signs in and finds the start page with its buttons and hints', async () => {
  const { staff } = await browserless(instance.url).call(demoStaff, {})
  const account = staff.find((one) => one.role === 'clerk')
  await clerk.goto('/window')
  await clerk.getByLabel('账号').fill(account?.account ?? '')
  await clerk.getByLabel('密码').fill(account?.password ?? '')
  await clerk.getByLabel('动态口令').fill(account?.otp ?? '')
  await clerk.getByRole('button', { name: '登录', exact: true }).click()
  await expect(clerk.getByRole('heading', { name: '人员建档身份证读卡' })).toBeVisible()
  await expect(clerk.getByText('*如需进行身份证读卡，请点击“点击读卡”按钮进入身份证读卡界面。')).toBeVisible()
  await expect(clerk.getByText('*如需修改注册时所用手机号，请点击“修改手机号”按钮。')).toBeVisible()
  await expect(clerk.getByRole('link', { name: '修改手机号' })).toBeVisible()
  await look(clerk, 'window-start')
})

test('G81 G83 G85 a card laid on the reader is shown, counted and received, without a mouse', async () => {
  await clerk.keyboard.press('F2')
  await expect(clerk).toHaveURL(/\/window\/reading/)
  await expect(clerk.getByText('阅读器已就绪')).toBeVisible()
  await look(clerk, 'window-reading-before')
  await clerk.keyboard.press('F2')
  await expect(clerk.getByText('将二代身份证放置到读卡器上，等待“嘀”提示音')).toBeVisible()
  await expect(clerk.getByText(`${chosen.label} · 未采集`)).toBeVisible()
  await clerk.keyboard.press('l')
  await expect(clerk.getByText('读卡 1 人，成功 1 人，失败 0 人')).toBeVisible()
  await expect(clerk.getByText('上传成功').first()).toBeVisible()
  const panel = clerk.getByRole('region', { name: '身份证读卡区' })
  for (const fact of [
    chosen.card.name,
    chosen.card.number,
    chosen.card.address ?? '',
    chosen.card.issuer ?? '',
  ])
    await expect(panel.getByText(fact)).toBeVisible()
  await look(clerk, 'window-reading')
  await clerk.keyboard.press('Enter')
  await clerk.getByRole('button', { name: '完成并返回' }).click()
  await expect(clerk).toHaveURL(/\/window$/)
})

test('G11 G14 G15 the sign-in page has the guide’s fields, both ways in, and its notes', async () => {
  await person.goto('/sign-in')
  for (const label of ['证件号', '手机号码', '动态密码']) await expect(person.getByLabel(label)).toBeVisible()
  await expect(person.getByRole('textbox', { name: '验证码' })).toBeVisible()
  const notes = person.getByRole('complementary', { name: '登录说明' })
  await expect(notes.getByText(/2014年度电子版.*诚信手册.*自检工作的通知/)).toBeVisible()
  await expect(notes.getByRole('link', { name: /用户指南/ })).toBeVisible()
  await look(person, 'sign-in')
  await person.locator('form').getByRole('link', { name: '短信用户注册' }).click()
})

test('R3.1 G16 G20 step one takes name and number, and goes on by 验证', async () => {
  await person.getByLabel('姓名').fill(chosen.card.name)
  await person.getByLabel('身份证号').fill(chosen.card.number)
  await look(person, 'register-1')
  await person.getByRole('button', { name: '无法看图？改用无图验证' }).click()
  await person.getByRole('button', { name: '验证', exact: true }).click()
  await expect(person.getByLabel('住址')).toBeVisible({ timeout: 30_000 })
})

test('G17 G18 G19 step two takes the other facts of the card and warns that each sign counts', async () => {
  const { card } = chosen
  await expect(person.getByText('上述信息必须与身份证上信息完全一致')).toBeVisible()
  await expect(person.getByText(/请注意数字、字母及符号的全角半角区别/)).toBeVisible()
  await expect(person.getByRole('checkbox', { name: '长期' })).toBeVisible()
  await person.getByLabel('住址').fill((card.address ?? '').replace('1', '１'))
  await person.getByLabel('签发机关').fill(card.issuer ?? '')
  await person.getByLabel('起', { exact: true }).fill(card.validFrom ?? '')
  await person.keyboard.press('Tab')
  await person.getByLabel('止', { exact: true }).fill(card.validUntil ?? '')
  await person.keyboard.press('Tab')
  await person.getByRole('button', { name: '验证', exact: true }).click()
  await expect(person.getByText(/信息与窗口所刷证件不一致，或尚未刷证/)).toBeVisible()
  await look(person, 'register-2')
  await person.getByLabel('住址').fill(card.address ?? '')
  await person.getByRole('button', { name: '验证', exact: true }).click()
  await expect(person.getByRole('heading', { name: '手机验证信息' })).toBeVisible()
})

test('G21 G22 G143 step three binds the person’s own number, and says why it matters', async () => {
  await expect(person.getByText('这个手机号很重要！')).toBeVisible()
  await expect(person.getByText(/关键凭证（包括实名制）|包括实名制.*关键凭证/).first()).toBeVisible()
  await expect(person.getByText(/应携带身份证，至受理窗口，刷身份证并修改手机号/)).toBeVisible()
  await person.getByLabel('手机号').fill(chosen.mobile)
  await person.getByRole('button', { name: '获取24小时密码' }).click()
  await person.getByLabel('手机验证码').fill(await codeFor(chosen.mobile))
  await look(person, 'register-3')
  await person.getByRole('button', { name: '完成注册' }).click()
})

test('R12.5 registered, the person is told first how their data are processed', async () => {
  await expect(person).toHaveURL(/\/me\/notice/)
  await expect(person.getByRole('heading', { name: '个人信息处理告知', level: 1 })).toBeVisible()
  await look(person, 'notice-to-acknowledge')
  await person.goto('/me/education')
  await expect(person).toHaveURL(/\/me\/notice\?back=/)
  await person.getByRole('button', { name: '我已阅读并知悉' }).click()
  await expect(person.getByRole('heading', { name: '学历证书信息', level: 1 })).toBeVisible()
})

test('R3.1 G24 G27 then the person is in the profile at once, named beside 安全退出', async () => {
  await person.goto('/me')
  await expect(person.getByText(`用户名称：${chosen.card.name}`)).toBeVisible()
  await expect(person.getByRole('button', { name: '安全退出' })).toBeVisible()
  await expect(person.getByRole('heading', { name: '信息概览', level: 1 })).toBeVisible()
  await look(person, 'overview')
})

test('G44 G66 G139 the section bears its name, reminds of the window and asks for care', async () => {
  await person.goto('/me/education')
  await expect(person.getByRole('heading', { name: '学历证书信息', level: 1 })).toBeVisible()
  await expect(person.getByText('应及时核验学历证书')).toBeVisible()
  await expect(person.getByText(/请如实、准确、审慎填报/).first()).toBeVisible()
  await look(person, 'education-empty')
})

test('R4.1 R5.3 G42 a certificate is entered as printed, and its scan answers rule by rule', async () => {
  await person.getByRole('link', { name: '新增学历证书' }).click()
  const { payload } = education
  for (const [label, value] of [
    ['学校名称', payload.school],
    ['学制', payload.duration],
    ['校(院)长', payload.president],
    ['所学专业', payload.specialty],
    ['证书编号', payload.number],
  ] as const)
    await person.getByLabel(label, { exact: true }).fill(value)
  await person.getByLabel('学历', { exact: true }).fill(payload.level.text)
  await person.getByTitle(payload.level.text).click()
  for (const [label, value] of [
    ['发证日期', payload.issued],
    ['开始时间', payload.from],
    ['结束时间', payload.to],
  ] as const) {
    await person.getByLabel(label, { exact: true }).fill(value)
    await person.keyboard.press('Tab')
  }
  await person.getByRole('checkbox', { name: /我确认以上信息与证书一致/ }).check()
  await look(person, 'education-form')
  await person.getByRole('button', { name: '保存' }).click()
  await expect(person.getByText('信息已保存，请上传证书扫描件。')).toBeVisible()

  const photo = await sharp(await madeScan('PHOTO', 96))
    .jpeg({ quality: 95 })
    .toBuffer()
  const input = person.getByLabel('选择文件')
  await input.setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: photo })
  const studio = person.getByRole('dialog', { name: '制作扫描件' })
  await expect(studio.getByText(/原文件不符合要求/)).toBeVisible()
  await studio.getByRole('button', { name: '关闭' }).click()
  await expect(person.getByText('不符合').first()).toBeVisible()
  await expect(person.getByText('该文件没有上传。')).toBeVisible()
  await look(person, 'scan-refused')
  const buffer = await madeScan('DIPLOMA')
  await input.setInputFiles({ name: 'scan.jpg', mimeType: 'image/jpeg', buffer })
  await expect(person.getByRole('img', { name: '扫描件第 1 页' })).toBeVisible({ timeout: 20_000 })
  await look(person, 'scan-accepted')
})

test('R7.4 G94 the window verifies the original by keyboard alone', async () => {
  await clerk.goto('/window')
  await expect(clerk.getByRole('heading', { name: '人员建档身份证读卡' })).toBeVisible()
  await clerk.keyboard.press('F4')
  await expect(clerk).toHaveURL(/\/window\/verification/)
  await expect(clerk.getByLabel('证件号码')).toBeFocused()
  await clerk.keyboard.type(chosen.card.number)
  await clerk.keyboard.press('Enter')
  await expect(clerk.getByText('与原件逐项核对')).toBeVisible()
  await expect(clerk.getByRole('img', { name: /第 1 页/ })).toBeVisible()
  await look(clerk, 'verification')
  for (const confirmed of [1, 2, 3, 4]) {
    await clerk.keyboard.press('Enter')
    await expect(clerk.getByText(`${confirmed} / 4`)).toBeVisible()
  }
  await expect(clerk.getByText('各项均已核对', { exact: true })).toBeVisible()
  await clerk.keyboard.press('Control+Enter')
  await expect(clerk.getByText('已核对通过，升为 C 级')).toBeVisible()
  await look(clerk, 'verification-done')
})

test('R6.3 G71 G72 the record stands at C and answers the person in the guide’s words', async () => {
  await person.goto('/me/education')
  await expect(person.getByRole('img', { name: 'C：数据经过原件核对，个人无法修改' })).toBeVisible()
  await person.getByRole('button', { name: /^删除/ }).first().click()
  await expect(person.getByText('该信息已经过原件核对，无法删除！')).toBeVisible()
  await look(person, 'record-locked')
  await person.getByRole('button', { name: '确定' }).click()
  await person.getByRole('button', { name: /^历史/ }).first().click()
  await expect(person.getByText('原件核对通过')).toBeVisible()
  await look(person, 'history')
})

async function codeFor(mobile: string): Promise<string> {
  const browser = browserless(instance.url)
  let code: string | undefined
  await expect
    .poll(async () => {
      const { messages } = await browser.call(demoOutbox, {})
      code = messages.find((message) => message.mobile === mobile)?.text.match(/\b(\d{6})\b/)?.[1]
      return code
    })
    .toBeTruthy()
  return code ?? ''
}

test('R2.6 a clerk who signs out leaves no sitting behind: the reader rests', async () => {
  await clerk.goto('/window/reading')
  await expect(clerk.getByText('阅读器已就绪')).toBeVisible()
  await clerk.keyboard.press('F2')
  await expect(clerk.getByText('请放证件')).toBeVisible()
  await clerk.getByRole('button', { name: '安全退出' }).click()
  await expect(clerk).toHaveURL(/\/window\/sign-in/)
  const status = await fetch(`${instance.bridgeUrl}/status`, { headers: { origin: instance.url } })
  expect(await status.json()).toMatchObject({ reader: 'paused', sittingId: null })
})
