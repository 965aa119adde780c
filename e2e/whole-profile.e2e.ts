import { expect, type Page, test } from '@playwright/test'
import { seeSession } from '@zhuji/contract/accounts.ts'
import { readProfile } from '@zhuji/contract/records.ts'
import { findPerson, readVerificationWork } from '@zhuji/contract/verification.ts'
import { ensureWebBuilt } from '../tools/build-web.ts'
import { type Instance, startInstance } from '../tools/instance.ts'
import { throwawayFolder } from '../tools/throwaway-folder.ts'
import { fedBySystems } from './fed-by-systems.ts'
import { freshCode } from './fresh-code.ts'
import { look } from './look.ts'
import { madeScan } from './made-scan.ts'
import { education } from './main-job.ts'
import { newPerson } from './new-person.ts'
import { enterRecord } from './record-form.ts'
import { nameStroke, printedSheet, scannerView, signedSheet } from './signed-form.ts'
import { chooseFile } from './studio-person.ts'
import { photograph, photoPlans } from './studio-photos.ts'

// A new person fills all ten sections on a phone; what others supply arrives meanwhile; then a window can begin.
test.describe.configure({ mode: 'serial' })

let instance: Instance
let folder: Awaited<ReturnType<typeof throwawayFolder>>
let people: Awaited<ReturnType<typeof newPerson>>
let person: Page
let scanner: Page

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  await ensureWebBuilt(() => {})
  folder = await throwawayFolder('whole')
  instance = await startInstance({ dataDir: folder.path, hear: () => {} })
  people = await newPerson(instance)
  const open = async (view: object) => {
    const context = await browser.newContext({ baseURL: instance.url, ...view })
    await context.addCookies(people.known.cookies())
    return context.newPage()
  }
  person = await open({ viewport: { width: 360, height: 780 }, hasTouch: true })
  scanner = await open(scannerView)
})

test.afterAll(async () => {
  await instance?.stop()
  await folder?.remove()
})

const named = (text: string) => ({ text, code: null })

const title = {
  kind: 'title',
  payload: {
    title: named('工程师'),
    specialtySource: named('职称评审表'),
    specialty: '建筑施工',
    number: '测职2018001',
    approved: '2018-11-20',
    sealUnit: '测试省人力资源和社会保障厅',
    committee: '测试省工程系列建设专业中级职称评审委员会',
    issuer: '测试省人力资源和社会保障厅',
  },
} as const
const others = [
  {
    kind: 'degree',
    payload: {
      school: '测试工业大学',
      specialty: '土木工程',
      degree: named('工学学士学位'),
      issued: '2012-06-30',
      number: '1000042012000001',
    },
  },
  {
    kind: 'skill',
    payload: {
      name: '职业资格证书',
      trade: named('砌筑工'),
      level: named('四级/中级工'),
      number: '测技2019001',
      issuer: '测试职业技能鉴定中心',
      issued: '2019-05-01',
    },
  },
  {
    kind: 'post',
    payload: {
      post: named('施工员'),
      specialty: '土建',
      number: '测岗2020001',
      issuer: '测试建设岗位培训中心',
      province: named('上海市'),
      issued: '2020-03-01',
    },
  },
] as const

const upload = async (text: string) => {
  await chooseFile(person, 'scan.jpg', await madeScan(text))
}
const page = (number: number) => person.getByRole('img', { name: `扫描件第 ${number} 页` })

test('R12.5 R4.11 G9 the notice first, then an overview of what is missing and the five steps', async () => {
  await person.goto('/me')
  await person.getByRole('button', { name: '我已阅读并知悉' }).click()
  await expect(person.getByRole('heading', { name: '信息概览', level: 1 })).toBeVisible()
  await expect(person.getByText('信息完整度 12%')).toBeVisible()
  await expect(person.getByRole('list', { name: '人员信息采集主流程' }).getByRole('listitem')).toHaveCount(5)
  await expect(person.getByText('填报学历证书信息', { exact: true })).toBeVisible()
})

test('G33 G34 basic information is there without the person’s doing', async () => {
  test.setTimeout(90_000)
  const { today } = await people.known.call(seeSession, {})
  await instance.stop()
  await fedBySystems(folder.path, people.chosen.card, today)
  const port = Number(new URL(instance.url).port)
  instance = await startInstance({ dataDir: folder.path, port, hear: () => {} })
  await person.goto('/me/basic')
  await expect(person.getByText('个人无需处理')).toBeVisible()
  const { name, number, address, issuer } = people.chosen.card
  for (const fact of [name, number, address ?? '', issuer ?? ''])
    await expect(person.getByRole('main').getByText(fact, { exact: true })).toBeVisible()
})

test('G35 G36 G38 registrations, employers and social security come from their systems', async () => {
  const main = person.getByRole('main')
  await expect(main.getByText('一级注册建造师').first()).toBeVisible()
  await expect(main.getByText('建筑工程施工总承包一级')).toBeVisible()
  await expect(main.getByText('市政公用工程施工总承包二级')).toBeVisible()
  await expect(main.getByText('尚未报送')).toHaveCount(1)
  await expect(main.getByText('已缴纳')).toHaveCount(2)
  await look(person, 'whole-basic')
})

test('R4.1 R5.4 G42 an education certificate, its scan made from a photo', async () => {
  await enterRecord(person, education)
  const [plan] = photoPlans()
  if (plan) await chooseFile(person, 'photo.jpg', (await photograph(plan)).jpeg)
  const studio = person.getByRole('dialog', { name: '制作扫描件' })
  await studio.getByRole('button', { name: '生成扫描件' }).click({ timeout: 40_000 })
  await studio.getByRole('button', { name: '使用这份扫描件' }).click({ timeout: 40_000 })
  await expect(page(1)).toBeVisible({ timeout: 20_000 })
  await look(person, 'whole-education')
})

for (const record of others)
  test(`R4.12 R4.1 R5.1 a certificate of kind ${record.kind} with its scan`, async () => {
    await enterRecord(person, record)
    await upload(record.kind)
    await expect(page(1)).toBeVisible({ timeout: 20_000 })
  })

test('R4.2 R4.3 G46 a title whose specialty stands in the review form, scanned after it', async () => {
  await enterRecord(person, title)
  await upload('TITLE')
  await expect(page(1)).toBeVisible({ timeout: 20_000 })
  await expect(person.getByRole('radio', { name: '职称评审表' })).toBeChecked()
  await upload('REVIEW')
  await expect(page(2)).toBeVisible({ timeout: 20_000 })
  await look(person, 'whole-title')
})

test('R4.4 R4.6 G55 work experience until now, the employer’s name hinted at while short', async () => {
  await person.goto('/me/experience?add=experience')
  await person.getByLabel('工作单位', { exact: true }).fill('上海测建')
  await expect(person.getByText(/疑似简称/)).toBeVisible()
  await enterRecord(person, {
    kind: 'experience',
    payload: {
      employer: '测试建设有限公司',
      from: '2012-07-01',
      current: true,
      title: named('工程师'),
      duty: '技术负责人',
      specialty: '建筑施工',
      referee: '测试证明人',
      refereePhone: '19900009999',
    },
  })
})

test('R4.5 G58 G59 a performance in one of the thirteen roles, beside that of a filed contract', async () => {
  await enterRecord(person, {
    kind: 'performance',
    payload: {
      project: '虚构市样例路住宅一期工程',
      indicators: '建筑面积 32000 平方米，地上 18 层',
      from: '2015-03-01',
      to: '2017-09-30',
      role: named('施工-项目经理'),
      unit: '测试建设有限公司',
      qualification: '建筑工程施工总承包一级',
      referee: '测试证明人',
      projectProvince: named('上海市'),
      unitProvince: named('上海市'),
    },
  })
  await person.goto('/me/performance')
  await expect(person.getByText('本人新增工程业绩')).toBeVisible()
  await expect(person.getByText('项目合同报送信息（本人无权修改）')).toBeVisible()
  await look(person, 'whole-performance')
})

test('G51 G61 registrations are read only, a credit entry may be objected to', async () => {
  await person.goto('/me/registration')
  await expect(person.getByText('一级注册建造师').first()).toBeVisible()
  await expect(person.getByRole('button', { name: /^编辑/ })).toHaveCount(0)
  await person.goto('/me/credit')
  await person
    .getByRole('button', { name: /^提出异议/ })
    .first()
    .click()
  await person.getByLabel('异议理由').fill('本人已完成继续教育，有学时证明。')
  await person.getByRole('button', { name: '提交异议' }).click()
  await expect(person.getByText('处理中').first()).toBeVisible()
  await look(person, 'whole-credit')
})

test('R10.1 R10.2 R10.3 the form is printed, signed, uploaded, and the signature filed', async () => {
  test.setTimeout(180_000)
  const sheet = await signedSheet(await printedSheet(scanner), nameStroke(), 1.5)
  await person.goto('/me/signature')
  await person.getByLabel('上传').setInputFiles({ name: 'form.jpg', mimeType: 'image/jpeg', buffer: sheet })
  await expect(person.getByRole('heading', { name: '请确认签名' })).toBeVisible({ timeout: 30_000 })
  await person.getByLabel('短信验证码').fill(await freshCode(person, people.known, people.chosen.mobile))
  await person.getByRole('button', { name: '是我的签名，确认提交' }).click()
  await expect(person.getByRole('heading', { name: /备案签名/ })).toBeVisible()
  await expect(person.getByRole('img', { name: /^D：/ }).first()).toBeVisible()
})

test('R4.11 G4 G7 then nothing is missing, and the overview says what to take to a window', async () => {
  await person.goto('/me')
  await expect(person.getByText('信息完整度 100%')).toBeVisible()
  const going = person.getByRole('region', { name: '去窗口' })
  await expect(going.getByText('身份证原件或复印件')).toBeVisible()
  await expect(going.getByText('职称证书（工程师）：证书原件、职称评审表原件')).toBeVisible()
  await expect(going.getByRole('listitem')).toHaveCount(6)
  await look(person, 'whole-overview')
})

test('R7.4 R6.1 the window finds these certificates, each at D', async () => {
  const { clerk, chosen } = people
  const { person: found } = await clerk.call(findPerson, {
    body: { number: chosen.card.number, reason: 'original-verification' },
  })
  const { records } = await clerk.call(readVerificationWork, { params: { personId: found?.personId ?? '' } })
  expect(records.map(({ kind, level }) => `${kind} ${level}`).sort()).toEqual([
    'degree D',
    'education D',
    'post D',
    'skill D',
    'title D',
  ])
  const profile = await people.known.call(readProfile, { params: { personId: people.personId } })
  expect(profile.signature).toBe('filed')
})
