import type { RecordKindDeclaration } from '../record-declaration.ts'

/** 注册信息, from the registers of the ministry and the city (guide G35, G51, G130); the person only reads it. */
export const registration = {
  section: 'registration',
  title: { zh: '注册信息', en: 'Registration' },
  add: { zh: '由人员执业注册库报送', en: 'Supplied by the registers' },
  fields: {
    type: {
      type: 'list',
      required: true,
      list: 'registration-types',
      maxLength: 60,
      label: { zh: '注册类型', en: 'Type' },
    },
    specialty: {
      type: 'text',
      required: false,
      maxLength: 100,
      label: { zh: '注册专业', en: 'Specialty' },
    },
    number: {
      type: 'text',
      required: false,
      maxLength: 60,
      label: { zh: '注册编号', en: 'Registration number' },
    },
    unit: {
      type: 'text',
      required: true,
      maxLength: 100,
      label: { zh: '注册单位', en: 'Registered unit' },
    },
    unitCode: {
      type: 'text',
      required: false,
      maxLength: 18,
      format: 'credit-code',
      label: { zh: '注册单位统一社会信用代码', en: 'Unit’s credit code' },
    },
    status: {
      type: 'list',
      required: true,
      list: 'registration-statuses',
      maxLength: 20,
      label: { zh: '状态', en: 'Status' },
    },
    note: { type: 'text', required: false, maxLength: 200, label: { zh: '状态说明', en: 'Note' } },
    registered: { type: 'date', required: false, label: { zh: '注册日期', en: 'Registered on' } },
    validTo: { type: 'date', required: false, label: { zh: '有效期至', en: 'Valid until' } },
  },
  compared: [],
  listed: ['type', 'unit', 'status', 'note'],
  scan: 'none',
  evidence: 'supplied',
  writers: ['feed'],
  firstLevel: 'A',
  columns: {
    code: 'type',
    specialty: 'specialty',
    employerCode: 'unitCode',
    from: 'registered',
    validTo: 'validTo',
  },
  ordered: [['registered', 'validTo']],
  conditions: [],
  askedPages: [],
  decides: {
    zh: '注册信息来自人员执业注册库，本人仅浏览；资质标准以此为准。有误的，请向注册管理部门申请更正。',
    en: 'From the registers, for reading only; standards go by it. Errors are corrected by the registering authority.',
  },
} as const satisfies RecordKindDeclaration
