import type { RecordKindDeclaration } from '../record-declaration.ts'

/** 个人诚信记录, from the authorities (guide G61); the person reads it and may object. */
export const credit = {
  section: 'credit',
  title: { zh: '诚信记录', en: 'Credit entry' },
  add: { zh: '由管理部门报送', en: 'Supplied by the authorities' },
  fields: {
    kind: {
      type: 'list',
      required: true,
      list: 'credit-kinds',
      maxLength: 20,
      closed: true,
      label: { zh: '类别', en: 'Kind' },
    },
    matter: { type: 'text', required: true, maxLength: 120, label: { zh: '事项', en: 'Matter' } },
    content: {
      type: 'text',
      required: false,
      maxLength: 500,
      long: true,
      label: { zh: '内容', en: 'Content' },
    },
    authority: { type: 'text', required: true, maxLength: 100, label: { zh: '认定部门', en: 'Authority' } },
    document: { type: 'text', required: false, maxLength: 60, label: { zh: '文号', en: 'Document number' } },
    decided: {
      type: 'date',
      required: true,
      notAfterToday: true,
      label: { zh: '认定日期', en: 'Decided on' },
    },
    validTo: { type: 'date', required: false, label: { zh: '公示期至', en: 'Shown until' } },
  },
  compared: [],
  listed: ['kind', 'matter', 'authority', 'decided', 'validTo'],
  scan: 'none',
  evidence: 'supplied',
  writers: ['feed'],
  firstLevel: 'A',
  columns: { code: 'kind', from: 'decided', validTo: 'validTo' },
  ordered: [['decided', 'validTo']],
  conditions: [],
  askedPages: [],
  decides: {
    zh: '诚信记录由管理部门报送，本人仅浏览。认为有误的，可提出异议，处理结果将告知您。',
    en: 'Supplied by the authorities, for reading only. You may object, and you will be told the answer.',
  },
} as const satisfies RecordKindDeclaration
