import { type BrowserContext, expect, type Page, type Route, test } from '@playwright/test'
import { readBasicInformation } from '@zhuji/contract/basic-information.ts'
import { acknowledgeNotice, readNotice } from '@zhuji/contract/notices.ts'
import { addRecord, addScan, readProfile } from '@zhuji/contract/records.ts'
import { sections } from '@zhuji/domain/sections.ts'
import { ensureWebBuilt } from '../tools/build-web.ts'
import { type Instance, startInstance } from '../tools/instance.ts'
import { throwawayFolder } from '../tools/throwaway-folder.ts'
import { type Browserless, browserless } from './browserless.ts'
import { look } from './look.ts'
import { madeScan } from './made-scan.ts'
import { education, readCard, register, signInClerk, uncollected, verify } from './main-job.ts'
import { ownRecords, suppliedRecords } from './section-records.ts'

// Every section's page: empty, filled, its drawer open, fixed, in conflict, offline.
test.describe.configure({ mode: 'serial' })

let instance: Instance
let folder: Awaited<ReturnType<typeof throwawayFolder>>
let clerk: Browserless
let known: Browserless
let context: BrowserContext
let person: Page
let personId: string
let chosen: Awaited<ReturnType<typeof uncollected>>

test.beforeAll(async ({ browser }) => {
  test.setTimeout(240_000)
  await ensureWebBuilt(() => {})
  folder = await throwawayFolder('sections')
  instance = await startInstance({ dataDir: folder.path, hear: () => {} })
  clerk = browserless(instance.url)
  known = browserless(instance.url)
  chosen = await uncollected(clerk)
  await signInClerk(clerk)
  await readCard(instance, clerk, chosen.card)
  personId = (await register(known, chosen.card, chosen.mobile)).personId
  const { version } = await known.call(readNotice, {})
  await known.call(acknowledgeNotice, { params: { personId }, body: { version } })
  context = await browser.newContext({ baseURL: instance.url, viewport: { width: 360, height: 780 } })
  await context.addCookies(known.cookies())
  person = await context.newPage()
})

test.afterAll(async () => {
  await instance?.stop()
  await folder?.remove()
})

const add = async (record: (typeof ownRecords)[number]) => {
  const id = crypto.randomUUID()
  await known.call(addRecord, { params: { personId }, body: { id, declared: true, record } })
  return id
}

const pages = [
  'basic',
  'education',
  'title',
  'registration',
  'skill',
  'post',
  'experience',
  'performance',
  'credit',
] as const

for (const section of pages)
  test(`G31 G139 ${section}, empty, has its name, the levels and what to do`, async () => {
    await person.goto(`/me/${section}`)
    await expect(person.getByRole('heading', { level: 1, name: sections[section].name.zh })).toBeVisible()
    await expect(person.getByRole('heading', { name: '数据等级说明' })).toBeVisible()
    await expect(person.locator('.empty').first()).toBeVisible()
    await look(person, `${section}-empty`)
  })

const buttons = {
  education: '新增学位证书',
  title: '新增职称',
  skill: '新增技术工人证书',
  post: '新增岗位证书',
  experience: '新增工作经历',
  performance: '新增个人业绩',
} as const

for (const [section, button] of Object.entries(buttons))
  test(`G48 G56 R4.10 the drawer of ${section} asks what its kind declares`, async () => {
    await person.goto(`/me/${section}`)
    await person.getByRole('link', { name: button }).click()
    const drawer = person.getByRole('dialog', { name: button })
    await expect(drawer.getByRole('checkbox', { name: /我确认以上信息/ })).toBeVisible()
    await expect(drawer.getByText(/请如实、准确、审慎填报/)).toBeVisible()
    const scan = drawer.getByText('信息保存后才能上传附件')
    await expect(scan).toHaveCount(section === 'experience' || section === 'performance' ? 0 : 1)
    await look(person, `${section}-form`)
  })

test('R4.2 R4.3 the title form leaves out what another choice makes empty, and keeps what was typed', async () => {
  await person.goto('/me/title?add=title')
  const committee = person.getByLabel('职称评审委员会全称')
  await committee.fill('测试评审委员会')
  await person.getByRole('checkbox', { name: '考试取得' }).check()
  await expect(committee).toHaveCount(0)
  await expect(person.getByText(/按「考试取得」的选择，职称评审委员会全称无需填写/)).toBeVisible()
  await person.getByRole('checkbox', { name: '考试取得' }).uncheck()
  await expect(committee).toHaveValue('测试评审委员会')
  await person.getByLabel('专业载于').click()
  await person.getByTitle('证书未载明（无专业）').click()
  await expect(person.getByText(/专业无需填写，记为「无专业」/)).toBeVisible()
  await look(person, 'title-conditions')
})

test('R4.4 G55 a work experience is typed in and saved, and a reload on the way loses nothing', async () => {
  await person.goto('/me/experience?add=experience')
  await person.getByLabel('工作单位').fill('测试建设有限公司')
  await person.getByLabel('开始时间').fill('20050701')
  await person.keyboard.press('Tab')
  await person.reload()
  await expect(person.getByText('已恢复上次未保存的内容。')).toBeVisible()
  await expect(person.getByLabel('工作单位')).toHaveValue('测试建设有限公司')
  await expect(person.getByLabel('开始时间')).toHaveValue('2005年07月01日')
  await expect(person.getByText(/早于年满16周岁/)).toBeVisible()
  await look(person, 'draft-restored')
  await person.getByRole('checkbox', { name: '至今' }).check()
  await expect(person.getByLabel('结束时间')).toHaveCount(0)
  await person.getByLabel('职称', { exact: true }).fill('工程师')
  await person.getByTitle('工程师', { exact: true }).click()
  for (const [label, text] of [
    ['职务', '技术负责人'],
    ['从事工作专业', '建筑结构'],
    ['证明人', '测试证明人'],
    ['证明人电话', '123'],
  ] as const)
    await person.getByLabel(label, { exact: true }).fill(text)
  await person.getByRole('checkbox', { name: /我确认以上信息属实/ }).check()
  await person.getByRole('button', { name: '保存' }).click()
  await expect(person.getByText(/证明人电话请填写11位手机号/)).toBeVisible()
  await look(person, 'experience-mistake')
})

test('R6.10 what was saved though its answer was lost is changed afterwards, not saved twice', async () => {
  await person.getByLabel('证明人电话').fill('19900009999')
  const lost = async (route: Route) => {
    await route.fetch()
    await route.abort('connectionreset')
  }
  await person.route('**/api/persons/*/records', lost, { times: 1 })
  await person.getByRole('button', { name: '保存' }).click()
  await expect(person.getByText(/没有连上服务器，尚未保存/)).toBeVisible()
  await person.getByLabel('证明人电话').fill('19900009998')
  await person.getByRole('button', { name: '保存' }).click()
  await expect(person.getByText('信息已保存')).toBeVisible()
  const { records } = await known.call(readProfile, { params: { personId } })
  expect(records).toHaveLength(1)
})

test('G54 G79 R4.8 leaving unsaved content is asked about; the list shows what was saved', async () => {
  await person.getByLabel('职务', { exact: true }).fill('总工程师')
  await person.getByRole('button', { name: '关闭', exact: true }).last().click()
  const question = person.getByRole('dialog', { name: '还有未保存的内容' })
  await expect(question).toBeVisible()
  await look(person, 'leave-question')
  await question.getByRole('button', { name: '放弃修改' }).click()
  await expect(person).toHaveURL(/\/me\/experience$/)
  const row = person.getByRole('listitem').filter({ hasText: '测试建设有限公司' })
  await expect(row).toContainText('技术负责人')
  await expect(row).toContainText('至今')
})

test('R3.9 offline moments and an ended session lose nothing of what was typed', async () => {
  await person.getByRole('button', { name: /^编辑/ }).click()
  await person.getByLabel('职务', { exact: true }).fill('总工程师')
  await person.getByRole('checkbox', { name: /我确认以上信息属实/ }).check()
  await context.setOffline(true)
  await expect(person.getByText(/网络已断开，内容已保存在本机/)).toBeVisible()
  await expect(person.getByRole('button', { name: '保存' })).toBeDisabled()
  await look(person, 'offline')
  await context.setOffline(false)
  await expect(person.getByRole('button', { name: '保存' })).toBeEnabled()
  const cookies = await context.cookies()
  await context.clearCookies()
  await person.getByRole('button', { name: '保存' }).click()
  await expect(person).toHaveURL(/\/sign-in\?back=/)
  await expect(person.getByLabel('证件号')).toBeVisible()
  await context.addCookies(cookies)
  const back = new URL(person.url()).searchParams.get('back') ?? ''
  await person.goto(back.replaceAll('"', ''))
  await expect(person.getByText('已恢复上次未保存的内容。')).toBeVisible()
  await expect(person.getByLabel('职务', { exact: true })).toHaveValue('总工程师')
})

test('R6.10 two tabs on one record end in a question field by field', async () => {
  const other = await context.newPage()
  await other.goto(person.url())
  await other.getByLabel('职务', { exact: true }).fill('部门经理')
  await other.getByLabel('从事工作专业').fill('岩土工程')
  await other.getByRole('checkbox', { name: /我确认以上信息属实/ }).check()
  await other.getByRole('button', { name: '保存' }).click()
  await expect(other.getByText('信息已保存')).toBeVisible()
  await other.close()
  await person.getByLabel('证明人', { exact: true }).fill('另一证明人')
  await person.getByRole('checkbox', { name: /我确认以上信息属实/ }).check()
  await person.getByRole('button', { name: '保存' }).click()
  const question = person.getByRole('dialog', { name: '该信息已在别处修改，请选择保留哪些内容' })
  await expect(question.getByRole('button', { name: '还有 1 项未选择' })).toBeDisabled()
  await expect(question.getByText(/由本人/)).toBeVisible()
  await expect(question.getByText('从事工作专业：岩土工程')).toBeVisible()
  await expect(question.getByText('证明人：另一证明人')).toBeVisible()
  await look(person, 'merge-question')
  await question.getByRole('radio', { name: /总工程师/ }).check()
  await question.getByRole('button', { name: '按所选内容保存' }).click()
  await expect(person.getByText('信息已保存')).toBeVisible()
  await person.goto('/me/experience')
  const row = person.getByRole('listitem').filter({ hasText: '测试建设有限公司' })
  await expect(row).toContainText('总工程师')
  await expect(row).toContainText('岩土工程')
})

test('R4.3 R5.1 pages of a scan are told apart, put in order, and what is missing is said', async () => {
  for (const record of ownRecords) await add(record)
  await person.goto('/me/title')
  await person.getByRole('button', { name: /^编辑/ }).click()
  const file = { name: 'scan.jpg', mimeType: 'image/jpeg', buffer: await madeScan('TITLE') }
  await person.getByLabel('选择文件').setInputFiles(file)
  await expect(person.getByRole('img', { name: '扫描件第 1 页' })).toBeVisible({ timeout: 20_000 })
  await expect(person.getByText(/还缺职称评审表的扫描件/)).toBeVisible()
  await expect(person.getByRole('radio', { name: '职称评审表' })).toBeChecked()
  await look(person, 'scan-missing-page')
  await person.getByLabel('选择文件').setInputFiles(file)
  await expect(person.getByRole('img', { name: '扫描件第 2 页' })).toBeVisible({ timeout: 20_000 })
  await expect(person.getByText(/还缺职称评审表的扫描件/)).toHaveCount(0)
  await expect(person.getByRole('button', { name: '上移第 2 页' })).toBeDisabled()
  await person.getByLabel('选择文件').setInputFiles(file)
  await expect(person.getByRole('img', { name: '扫描件第 3 页' })).toBeVisible({ timeout: 20_000 })
  await person.getByRole('button', { name: '下移第 1 页' }).click()
  await expect(person.getByRole('button', { name: '下移第 1 页' })).toBeEnabled()
  await look(person, 'scan-pages')
  await person.getByRole('button', { name: /扫描件第 1 页/ }).click()
  await expect(person.getByRole('dialog', { name: '查看扫描件' })).toBeVisible()
  await look(person, 'scan-large')
})

test('R6.3 G72 a verified record answers why it is fixed, and its history tells', async () => {
  const recordId = await add(education)
  await known.call(addScan, {
    params: { personId, recordId, version: 1 },
    query: {},
    body: await madeScan('DIPLOMA'),
  })
  await verify(clerk, chosen.card.number, personId, recordId)
  await person.goto('/me/education')
  await person.getByRole('button', { name: /^编辑 学历证书/ }).click()
  await expect(person.getByText('该信息已经过原件核对，无法修改！')).toBeVisible()
  await look(person, 'education-locked')
  await person.getByRole('button', { name: '确定' }).click()
  await look(person, 'education-filled')
  await person.getByRole('button', { name: /^查看 学历证书/ }).click()
  await expect(person.getByRole('dialog', { name: '查看学历证书' })).toBeVisible()
  await look(person, 'education-view')
  await person.goto(`/me/education?history=${recordId}`)
  await expect(person.getByText('原件核对通过')).toBeVisible()
  await look(person, 'education-history')
})

test('G57 G60 G61 what others supply is shown with its source and cannot be changed', async () => {
  await person.route('**/api/persons/*/profile', async (route) => {
    const answer = await route.fetch()
    const profile = (await answer.json()) as { records: unknown[] }
    await route.fulfill({
      response: answer,
      json: { ...profile, records: [...profile.records, ...suppliedRecords] },
    })
  })
  for (const section of ['title', 'registration', 'skill', 'post', 'experience', 'performance', 'credit']) {
    await person.goto(`/me/${section}`)
    await expect(person.getByRole('button', { name: /^查看/ }).first()).toBeVisible()
    await look(person, `${section}-filled`)
  }
  await person.goto('/me/performance')
  await expect(person.getByText('项目合同报送信息（本人无权修改）')).toBeVisible()
  await expect(person.getByText('本人新增工程业绩')).toBeVisible()
  await person.getByRole('button', { name: /^编辑 工程业绩（虚构市样例桥梁工程/ }).click()
  await expect(person.getByText('该信息来自第三方系统，无法修改！')).toBeVisible()
  await look(person, 'performance-locked')
})

test('G61 an entry of the credit record can be objected to', async () => {
  await person.goto('/me/credit')
  await person.getByRole('button', { name: /^提出异议/ }).click()
  await person.getByLabel('异议理由').fill('本人已于2025年5月完成继续教育，有学时证明。')
  await look(person, 'credit-objection')
})

test('R4.9 G36 G138 an employment is ended after a question', async () => {
  const basic = await known.call(readBasicInformation, { params: { personId } })
  const employment = {
    creditCode: '91310000MA1TEST00X',
    from: '2019-01-01',
    duty: '总工程师',
    openUse: null,
  }
  await person.route('**/api/persons/*/basic', (route) =>
    route.fulfill({
      json: {
        ...basic,
        employments: [
          {
            ...employment,
            id: crypto.randomUUID(),
            enterprise: '测试建设有限公司',
            supports: '建筑工程施工总承包一级',
          },
          {
            ...employment,
            id: crypto.randomUUID(),
            enterprise: '测试监理有限公司',
            supports: null,
            openUse: 'W2026010500001',
          },
        ],
        socialSecurity: [
          { month: '2026-03', state: 'not-yet-reported', units: [] },
          { month: '2026-02', state: 'paid', units: ['测试建设有限公司'] },
          { month: '2026-01', state: 'not-paid', units: [] },
        ],
      },
    }),
  )
  await person.goto('/me/basic')
  await look(person, 'basic-filled')
  await person.getByRole('button', { name: '删除 测试建设有限公司' }).click()
  await expect(person.getByText(/删除后，您与该单位的关联自今日起结束/)).toBeVisible()
  await look(person, 'basic-ending')
  await person.getByRole('button', { name: '取消' }).click()
  await person.getByRole('button', { name: '删除 测试监理有限公司' }).click()
  await expect(person.getByText(/该信息正用于申请 W2026010500001/)).toBeVisible()
})
