import type { RecordView } from '@zhuji/contract/records.ts'
import type { RecordPayload } from '@zhuji/domain/record-declaration.ts'
import type { RecordKind } from '@zhuji/domain/record-kinds.ts'

/** One record of each kind that a person fills in, plainly synthetic. */
export const ownRecords: readonly { kind: RecordKind; payload: RecordPayload }[] = [
  {
    kind: 'degree',
    payload: {
      school: '测试工业大学',
      specialty: '土木工程',
      degree: { text: '工学学士学位', code: null },
      chair: '测试主席',
      issued: '2012-06-30',
      number: '1000042012000001',
    },
  },
  {
    kind: 'title',
    payload: {
      title: { text: '工程师', code: null },
      specialtySource: { text: '职称评审表', code: 'review-form' },
      specialty: '建筑结构',
      number: '测职2018001',
      approved: '2018-11-20',
      sealUnit: '测试省人力资源和社会保障厅',
      byExamination: false,
      committee: '测试省工程系列建设专业中级职称评审委员会',
      issuer: '测试省人力资源和社会保障厅',
    },
  },
  {
    kind: 'skill',
    payload: {
      name: '职业资格证书',
      trade: { text: '测试工种', code: null },
      level: { text: '三级/高级工', code: null },
      number: '测技2019001',
      issuer: '测试职业技能鉴定中心',
      issued: '2019-05-01',
      training: null,
    },
  },
  {
    kind: 'post',
    payload: {
      post: { text: '施工员', code: null },
      specialty: null,
      number: '测岗2020001',
      issuer: '测试建设岗位培训中心',
      province: { text: '上海市', code: '310000' },
      issued: '2020-03-01',
      validTo: null,
    },
  },
  {
    kind: 'experience',
    payload: {
      employer: '测试建设有限公司',
      from: '2012-07-01',
      current: true,
      to: null,
      title: { text: '工程师', code: null },
      duty: '技术负责人',
      specialty: '建筑结构',
      referee: '测试证明人',
      refereePhone: '19900009999',
      employerCode: null,
      field: null,
    },
  },
  {
    kind: 'performance',
    payload: {
      project: '虚构市样例路住宅一期工程',
      indicators: '建筑面积 32000 平方米，地上 18 层，高度 54 米，框架剪力墙结构，造价 9800 万元',
      from: '2014-03-01',
      to: '2016-09-30',
      role: { text: '施工-项目技术负责人', code: 'CON-TL' },
      unit: '测试建设有限公司',
      qualification: '建筑工程施工总承包一级',
      referee: '测试证明人',
      projectProvince: { text: '上海市', code: '310000' },
      projectCity: null,
      unitProvince: { text: '上海市', code: '310000' },
      unitCity: null,
      projectType: null,
      scale: null,
    },
  },
]

const supplied: Omit<RecordView, 'id' | 'kind' | 'payload'> = {
  level: 'A',
  version: 1,
  origin: 'feed',
  scans: [],
  refusal: null,
  cancellation: null,
  verifiedAt: null,
  verifiedBy: null,
  openUse: null,
  updatedAt: '2026-01-05T02:00:00.000Z',
}

/** What third-party systems supply, as the profile shows it. */
export const suppliedRecords: readonly RecordView[] = [
  {
    ...supplied,
    id: '01900000-0000-7000-8000-00000000a001',
    kind: 'registration',
    payload: {
      type: { text: '一级注册结构工程师', code: null },
      specialty: null,
      number: '测注0001',
      unit: '测试建设有限公司',
      unitCode: null,
      status: { text: '正常', code: 'valid' },
      note: null,
      registered: '2019-01-01',
      validTo: '2028-12-31',
    },
  },
  {
    ...supplied,
    id: '01900000-0000-7000-8000-00000000a002',
    kind: 'performance',
    payload: {
      project: '虚构市样例桥梁工程',
      indicators: null,
      from: '2021-05-01',
      to: null,
      role: { text: '施工-项目经理', code: 'CON-PM' },
      unit: '测试建设有限公司',
      qualification: null,
      referee: null,
      projectProvince: { text: '上海市', code: '310000' },
      projectCity: null,
      unitProvince: null,
      unitCity: null,
      projectType: null,
      scale: null,
    },
  },
  {
    ...supplied,
    id: '01900000-0000-7000-8000-00000000a003',
    kind: 'credit',
    payload: {
      kind: { text: '不良信息', code: 'bad' },
      matter: '未按要求参加继续教育',
      content: '2025年度继续教育学时不足。',
      authority: '虚构市建设行政管理部门',
      document: '虚建管〔2025〕1号',
      decided: '2025-06-01',
      validTo: '2027-05-31',
    },
  },
]
