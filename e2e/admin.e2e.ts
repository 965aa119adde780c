import { expect, type Page, test } from '@playwright/test'
import { askCaptcha, askSignInCode, signIn } from '@zhuji/contract/accounts.ts'
import { objectToCredit } from '@zhuji/contract/credit-objections.ts'
import { demoPeople, demoStaff } from '@zhuji/contract/demo.ts'
import { readProfile } from '@zhuji/contract/records.ts'
import { strToU8, zipSync } from 'fflate'
import { solveProof } from '../server/test/solve-proof.ts'
import { ensureWebBuilt } from '../tools/build-web.ts'
import { type Instance, startInstance } from '../tools/instance.ts'
import { throwawayFolder } from '../tools/throwaway-folder.ts'
import { browserless } from './browserless.ts'
import { look } from './look.ts'
import { codeFrom } from './main-job.ts'

// What an administrator does: lists of full names, and objections to credit entries.
test.describe.configure({ mode: 'serial' })

let instance: Instance
let folder: Awaited<ReturnType<typeof throwawayFolder>>
let page: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  await ensureWebBuilt(() => {})
  folder = await throwawayFolder('admin')
  instance = await startInstance({ dataDir: folder.path, hear: () => {} })
  const context = await browser.newContext({
    baseURL: instance.url,
    viewport: { width: 1440, height: 900 },
  })
  page = await context.newPage()
})

test.afterAll(async () => {
  await instance?.stop()
  await folder?.remove()
})

test('the demo page lists the administrator with its way in', async () => {
  await page.goto('/demo')
  await expect(page.getByRole('heading', { name: '管理员', exact: true })).toBeVisible()
  await expect(page.getByText('admin1')).toBeVisible()
  await look(page, 'demo')
})

test('R3.9 an administrator signs in where all staff do, and lands on the own pages', async () => {
  const { staff } = await browserless(instance.url).call(demoStaff, {})
  const account = staff.find((one) => one.role === 'administrator')
  await page.goto('/admin')
  await expect(page).toHaveURL(/\/window\/sign-in/)
  await page.getByLabel('账号').fill(account?.account ?? '')
  await page.getByLabel('密码').fill(account?.password ?? '')
  await page.getByLabel('动态口令').fill(account?.otp ?? '')
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expect(page).toHaveURL(/\/admin\/full-names/)
  await expect(page.getByRole('heading', { name: '全称名录', level: 1 })).toBeVisible()
  await expect(page.getByText('演示数据（虚构）').first()).toBeVisible()
  await look(page, 'admin-full-names')
})

test('R4.6 a list is shown before it is imported, with what is left out and why', async () => {
  const lines = ['学校名称', '测试导入大学', '测试导入学院 ', '测试导入大学', '', '测'.repeat(101), '测导']
  await page.locator('input[type=file]').setInputFiles({
    name: 'schools.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(lines.join('\r\n')),
  })
  await page.getByRole('combobox', { name: '名录' }).click()
  await page.getByTitle('学校', { exact: true }).click()
  await expect(page.getByText('可导入 3 条')).toBeVisible()
  await expect(page.getByText('第 4 行：与前面的行重复')).toBeVisible()
  await expect(page.getByText('第 6 行：超过100个字')).toBeVisible()
  await expect(page.getByText(/疑似简称或含可疑字符 1 条/)).toBeVisible()
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByText('请写明来源')).toBeVisible()
  await look(page, 'admin-import-preview')
  await page.getByLabel('来源').fill('测试发布机构 测试名单')
  await page.getByLabel('版本').fill('2026年6月')
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByText('已导入 3 条')).toBeVisible()
  await look(page, 'admin-import-report')
  await page.getByRole('button', { name: '继续导入' }).click()
})

test('R4.6 a workbook gives one of its columns; a file that is no list says why', async () => {
  const input = page.locator('input[type=file]')
  await input.setInputFiles({ name: 'a.txt', mimeType: 'text/plain', buffer: Buffer.from([0xb2, 0xe2]) })
  await expect(page.getByText(/文件不是 UTF-8 编码/)).toBeVisible()
  const names = Array.from({ length: 2_500 }, (_, n) => [String(n + 1), `测试第${n + 1}建设有限公司`])
  await input.setInputFiles({
    name: 'units.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: workbook([['序号', '单位名称'], ...names]),
  })
  await expect(page.getByText('可导入 2500 条')).toBeVisible()
  await page.getByRole('combobox', { name: '名录' }).click()
  await page.getByTitle('单位', { exact: true }).click()
  await page.getByLabel('来源').fill('测试发布机构 测试单位名单')
  await page.getByLabel('版本').fill('2026年7月')
  await look(page, 'admin-import-workbook')
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByText('已导入 2500 条')).toBeVisible()
})

test('R4.6 an edition is withdrawn with a reason and stays on the list', async () => {
  await page.getByRole('button', { name: '撤回 测试发布机构 测试单位名单 2026年7月' }).click()
  const dialog = page.getByRole('dialog', { name: '撤回名录' })
  await dialog.getByRole('button', { name: '确认撤回' }).click()
  await expect(dialog.getByText('请写明理由（至少 2 个字）')).toBeVisible()
  await look(page, 'admin-withdraw')
  await dialog.getByLabel('理由').fill('版本有误')
  await dialog.getByRole('button', { name: '确认撤回' }).click()
  await expect(page.getByText('已撤回（版本有误）')).toBeVisible()
})

test('R12.4 objections wait in a list that names nobody', async () => {
  await page.getByRole('link', { name: '诚信异议' }).click()
  await expect(page.getByRole('heading', { name: '诚信异议', level: 1 })).toBeVisible()
  await expect(page.getByRole('heading', { name: '待答复' })).toBeVisible()
  await look(page, 'admin-objections-none')
  await objected()
  await page.reload()
  await expect(page.getByText(/^提出时间：/)).toHaveCount(1)
  await look(page, 'admin-objections')
})

test('R12.4 an objection is read beside its entry and answered with reasons', async () => {
  await page.getByRole('link', { name: /^查看并答复/ }).click()
  await expect(page.getByText('测试工地安全检查不合格')).toBeVisible()
  await expect(page.getByText('防护缺失已于当日整改。')).toBeVisible()
  await page.getByRole('button', { name: '提交答复' }).click()
  await expect(page.getByText('请选择答复')).toBeVisible()
  await expect(page.getByText('请写明理由')).toBeVisible()
  await look(page, 'admin-objection')
  await page.getByRole('radio', { name: '异议成立', exact: true }).check()
  await page.getByLabel(/^理由/).fill('经核实，整改情况属实，已请来源部门更正。')
  await page.reload()
  await expect(page.getByLabel(/^理由/)).toHaveValue('经核实，整改情况属实，已请来源部门更正。')
  await page.getByRole('button', { name: '提交答复' }).click()
  await expect(page.getByText('已答复，结果已告知当事人。')).toBeVisible()
  await look(page, 'admin-objection-answered')
  await page.getByRole('link', { name: '返回列表' }).click()
  await expect(page.getByText('没有待答复的异议。')).toBeVisible()
})

test('the administrators’ pages speak English too', async () => {
  await page.getByRole('button', { name: 'English' }).click()
  await look(page, 'admin-objections-en')
  await page.getByRole('link', { name: 'Full names' }).click()
  await expect(page.getByRole('heading', { name: 'Full names', level: 1 })).toBeVisible()
  await look(page, 'admin-full-names-en')
})

/** The registered demo person signs in and objects to what the demo's feed says of them. */
async function objected(): Promise<void> {
  const person = browserless(instance.url)
  const { people } = await person.call(demoPeople, {})
  const known = people.find(({ registered }) => registered)
  const { number } = known?.card ?? { number: '' }
  const mobile = known?.mobile ?? ''
  const asked = await person.call(askCaptcha, { body: { face: 'proof' } })
  const captcha = { id: asked.id, answer: null, solution: await solveProof(asked.challenge) }
  await person.call(askSignInCode, { body: { number, mobile, captcha } })
  const code = await codeFrom(person, mobile)
  const { personId } = await person.call(signIn, { body: { number, mobile, code, captcha } })
  const { records } = await person.call(readProfile, { params: { personId } })
  const entry = records.find(
    (one) => one.kind === 'credit' && one.payload.matter === '测试工地安全检查不合格',
  )
  await person.call(objectToCredit, {
    params: { personId, recordId: entry?.id ?? '' },
    body: {
      id: crypto.randomUUID(),
      version: entry?.version ?? 1,
      text: '防护缺失已于当日整改。\n请予更正。',
    },
  })
}

/** The smallest workbook that a spreadsheet program would open, with texts in its cells. */
function workbook(rows: readonly (readonly string[])[]): Buffer {
  const sheet = rows
    .map((row, y) => {
      const cells = row.map(
        (text, x) =>
          `<c r="${String.fromCharCode(65 + x)}${y + 1}" t="inlineStr"><is><t>${text}</t></is></c>`,
      )
      return `<row r="${y + 1}">${cells.join('')}</row>`
    })
    .join('')
  const head = '<?xml version="1.0" encoding="UTF-8"?>'
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  const types = 'http://schemas.openxmlformats.org/package/2006/content-types'
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships'
  const part = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  return Buffer.from(
    zipSync({
      '[Content_Types].xml': strToU8(
        `${head}<Types xmlns="${types}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${part}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${part}.worksheet+xml"/></Types>`,
      ),
      '_rels/.rels': strToU8(
        `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': strToU8(
        `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `${head}<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `${head}<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
      ),
    }),
  )
}
