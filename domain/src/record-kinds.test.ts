import assert from 'node:assert/strict'
import { test } from 'node:test'
import { listEntry, lists } from './lists.ts'
import { kindOf, kindsOfSection, kindsOfWriter, type RecordKind, recordKindNames } from './record-kinds.ts'
import { sectionNames, sections } from './sections.ts'

const labels = (kind: RecordKind, fields: readonly string[]) =>
  fields.map((field) => kindOf(kind).fields[field]?.label.zh)
const form = (kind: RecordKind) => labels(kind, Object.keys(kindOf(kind).fields))
const columns = (kind: RecordKind) => labels(kind, kindOf(kind).listed)
const requiredIn = (kind: RecordKind) =>
  labels(
    kind,
    Object.entries(kindOf(kind).fields)
      .filter(([, field]) => field.required)
      .map(([name]) => name),
  )

test('R4.1 G42 the education form asks for what the guide shows', () => {
  assert.deepEqual(form('education'), [
    '学校名称',
    '学制',
    '学历',
    '校(院)长',
    '所学专业',
    '发证日期',
    '开始时间',
    '结束时间',
    '证书编号',
    '电子注册号',
    '以书面证明代替（证书遗失）',
    '学历证明单位',
  ])
})

test('R4.1 G43 the degree form follows it', () => {
  assert.deepEqual(form('degree'), [
    '学校名称',
    '所学专业',
    '学位名称',
    '学位评定委员会主席',
    '发证日期',
    '证书编号',
  ])
})

test('R4.2 G46 G47 the title form asks for what the guide shows', () => {
  assert.deepEqual(form('title'), [
    '职称',
    '专业载于',
    '专业',
    '证书编号',
    '通过(批准)日期',
    '钢印单位全称',
    '考试取得',
    '职称评审委员会全称',
    '制(发)证机构',
  ])
})

test('R4.12 G52 G53 the forms of workers’ and site managers’ certificates', () => {
  assert.deepEqual(form('skill'), [
    '证书名称',
    '专业工种',
    '级别',
    '证书编号',
    '制(发)证机构',
    '发证日期',
    '培训机构',
  ])
  assert.deepEqual(form('post'), [
    '岗位',
    '专业',
    '证书编号',
    '制(发)证机构',
    '发证省市',
    '发证日期',
    '有效期至',
  ])
})

test('R4.4 G55 the form of work experience, all but the codes for evaluation required', () => {
  assert.deepEqual(form('experience'), [
    '工作单位',
    '开始时间',
    '至今',
    '结束时间',
    '职称',
    '职务',
    '从事工作专业',
    '证明人',
    '证明人电话',
    '单位统一社会信用代码',
    '从业领域',
  ])
  assert.deepEqual(
    form('experience').filter((label) => !requiredIn('experience').includes(label)),
    ['至今', '结束时间', '单位统一社会信用代码', '从业领域'],
  )
})

test('R4.5 G58 the form of a performance', () => {
  assert.deepEqual(form('performance'), [
    '项目名称',
    '项目规模及技术指标',
    '开始时间',
    '结束时间',
    '本人在工程中所起的作用',
    '完成项目的工程单位',
    '资质名称及等级',
    '证明人',
    '项目所在地省市',
    '项目所在地城市',
    '业绩完成单位所在地省市',
    '业绩完成单位所在地城市',
    '业绩类型',
    '项目规模等级',
  ])
})

test('R4.5 G59 the thirteen roles in the guide’s order, and nothing but them', () => {
  assert.deepEqual(
    lists['project-roles'].map(({ name }) => name),
    [
      '施工-项目经理',
      '施工-项目技术负责人',
      '施工-施工管理人员',
      '监理-总监',
      '勘察-项目负责人',
      '勘察-专业负责人',
      '勘察-主要参与人员',
      '设计-项目负责人',
      '设计-专业负责人',
      '设计-主要设计人员',
      '招标-项目负责人',
      '造价-项目负责人',
      '检测-项目负责人',
    ],
  )
  const { role } = kindOf('performance').fields
  assert.ok(role?.type === 'list' && role.closed)
})

test('G137 what each form requires', () => {
  assert.deepEqual(requiredIn('education'), [
    '学校名称',
    '学历',
    '所学专业',
    '发证日期',
    '开始时间',
    '结束时间',
    '证书编号',
  ])
  assert.deepEqual(requiredIn('performance').slice(-2), ['项目所在地省市', '业绩完成单位所在地省市'])
  assert.deepEqual(requiredIn('title'), [
    '职称',
    '专业载于',
    '证书编号',
    '通过(批准)日期',
    '钢印单位全称',
    '制(发)证机构',
  ])
})

test('R4.10 G44 G50 every form says what the record may later decide', () => {
  assert.ok(kindOf('education').decides.zh.includes('应及时核验学历证书'))
  assert.ok(kindOf('title').decides.zh.includes('应及时核验职称证书'))
  for (const kind of recordKindNames)
    assert.ok(kindOf(kind).decides.zh !== '' && kindOf(kind).decides.en !== '', kind)
})

test('G39 two lists with two buttons', () => {
  assert.deepEqual([kindOf('education').add.zh, kindOf('degree').add.zh], ['新增学历证书', '新增学位证书'])
})

test('G40 G41 the lists of education and degree show the guide’s columns', () => {
  assert.deepEqual(columns('education'), ['学校名称', '所学专业', '学历', '学制'])
  assert.deepEqual(columns('degree'), [
    '学校名称',
    '所学专业',
    '学位名称',
    '学位评定委员会主席',
    '发证日期',
    '证书编号',
  ])
})

test('G45 G54 G57 the lists of titles, experience and performance show the guide’s columns', () => {
  assert.deepEqual(columns('title'), [
    '职称',
    '专业',
    '职称评审委员会全称',
    '通过(批准)日期',
    '证书编号',
    '制(发)证机构',
    '钢印单位全称',
  ])
  assert.deepEqual(columns('experience'), [
    '工作单位',
    '开始时间',
    '结束时间',
    '从事工作专业',
    '职务',
    '职称',
  ])
  assert.deepEqual(columns('performance'), ['项目名称', '本人在工程中所起的作用', '开始时间', '结束时间'])
})

test('G35 the list of registrations shows the guide’s columns', () => {
  assert.deepEqual(columns('registration'), ['注册类型', '注册单位', '状态', '状态说明'])
})

test('R7.4 G94 what a window compares of education and degree', () => {
  assert.deepEqual(labels('education', kindOf('education').compared), [
    '学校名称',
    '所学专业',
    '学历',
    '发证日期',
  ])
  assert.deepEqual(labels('degree', kindOf('degree').compared), [
    '学校名称',
    '学位名称',
    '所学专业',
    '发证日期',
  ])
})

test('R7.4 G96 G136 what a window compares of the other certificates; of the rural series nobody types', () => {
  assert.deepEqual(labels('title', kindOf('title').compared), ['职称', '专业', '通过(批准)日期'])
  assert.deepEqual(labels('skill', kindOf('skill').compared), ['证书名称', '专业工种', '级别'])
  assert.deepEqual(labels('post', kindOf('post').compared), [
    '岗位',
    '专业',
    '证书编号',
    '制(发)证机构',
    '发证日期',
  ])
  assert.ok(!form('title').some((label) => label?.includes('农村')))
})

test('R6.1 certificates begin at D with an original to verify, fed kinds at A with none', () => {
  for (const kind of ['education', 'degree', 'title', 'skill', 'post'] as const)
    assert.deepEqual(
      [kindOf(kind).firstLevel, kindOf(kind).evidence, kindOf(kind).scan],
      ['D', 'original', 'required'],
    )
  for (const kind of ['registration', 'credit'] as const)
    assert.deepEqual([kindOf(kind).firstLevel, kindOf(kind).evidence], ['A', 'supplied'])
})

test('R6.2 G56 G74 experience and performance have no scan and freeze from D', () => {
  for (const kind of ['experience', 'performance'] as const)
    assert.deepEqual(
      [kindOf(kind).firstLevel, kindOf(kind).evidence, kindOf(kind).scan],
      ['D', 'declaration', 'none'],
    )
})

test('G32 G51 G60 who supplies what', () => {
  assert.deepEqual(kindsOfWriter('feed'), ['registration', 'performance', 'credit'])
  assert.deepEqual(
    recordKindNames.filter((kind) => !kindsOfWriter('practitioner').includes(kind)),
    ['registration', 'credit'],
  )
  assert.deepEqual(kindsOfWriter('enterprise'), ['skill'])
})

test('a declaration speaks only of its own fields', () => {
  for (const kind of recordKindNames) {
    const { fields, compared, listed, columns, ordered, conditions, askedPages } = kindOf(kind)
    const named = [...compared, ...listed, ...Object.values(columns), ...ordered.flat()]
    const bound = [
      ...conditions.flatMap(({ when, field }) => [when, field]),
      ...askedPages.map(({ when }) => when),
    ]
    for (const field of [...named, ...bound]) assert.ok(field in fields, `${kind}: ${field}`)
    for (const field of compared)
      assert.ok(
        fields[field]?.required || fields[field]?.emptyWords,
        `${kind}: ${field} may be empty, but says so`,
      )
  }
})

test('G28 G139 the ten sections in the guide’s order and words', () => {
  assert.deepEqual(
    sectionNames.map((name) => sections[name].name.zh),
    [
      '个人基本信息',
      '学历证书信息',
      '职称信息',
      '注册信息',
      '技术工人证书信息',
      '现场管理岗位证书',
      '工作经历',
      '工程业绩',
      '个人诚信记录',
      '个人签名信息',
    ],
  )
  assert.deepEqual(kindsOfSection('education'), ['education', 'degree'])
  assert.deepEqual(kindsOfSection('signature'), [])
})

test('R4.13 each code stands once in its list, and only what was attained counts', () => {
  for (const list of Object.values(lists)) {
    const codes: string[] = list.map(({ code }) => code)
    assert.equal(new Set(codes).size, codes.length)
  }
  assert.equal(lists.provinces.length, 34)
  assert.equal(listEntry('education-levels', '21')?.rank, 5)
  assert.equal(listEntry('education-levels', '22')?.rank, 0)
  assert.equal(listEntry('education-levels', null), undefined)
  for (const { name, rank, attained } of lists['education-levels'])
    assert.deepEqual([rank > 0, attained], [name.endsWith('毕业'), name.endsWith('毕业')], name)
})
