import type { RecordKindDeclaration } from '../record-declaration.ts'
import { issued, issuer, number } from './certificate-fields.ts'

/** 技术工人证书 (R4.12, guide G52, G96). */
export const skill = {
  section: 'skill',
  title: { zh: '技术工人证书', en: 'Skilled-worker certificate' },
  add: { zh: '新增技术工人证书', en: 'Add skilled-worker certificate' },
  fields: {
    name: {
      type: 'text',
      required: true,
      maxLength: 100,
      label: { zh: '证书名称', en: 'Certificate name' },
      hint: { zh: '如：职业资格证书、培训合格证书', en: 'For example 职业资格证书, 培训合格证书' },
    },
    trade: {
      type: 'list',
      required: true,
      list: 'trades',
      maxLength: 60,
      label: { zh: '专业工种', en: 'Trade' },
    },
    level: {
      type: 'list',
      required: true,
      list: 'skill-levels',
      maxLength: 40,
      label: { zh: '级别', en: 'Level' },
      hint: {
        zh: '证书不分级的，选择「培训合格(不分级)」。',
        en: 'A certificate without grade: 培训合格(不分级).',
      },
    },
    number,
    issuer,
    issued,
    training: {
      type: 'text',
      required: false,
      maxLength: 100,
      fullName: 'units',
      label: { zh: '培训机构', en: 'Training institution' },
    },
  },
  compared: ['name', 'trade', 'level'],
  listed: ['trade', 'level', 'name', 'number', 'issued'],
  scan: 'required',
  evidence: 'original',
  writers: ['practitioner', 'enterprise'],
  firstLevel: 'D',
  columns: { code: 'level', specialty: 'trade', from: 'issued' },
  ordered: [],
  conditions: [],
  askedPages: [],
  decides: {
    zh: '后续遇资质标准对技术工人有考核要求的，应及时核验技术工人证书！',
    en: 'Where a qualification standard examines skilled workers, have the certificate checked in good time.',
  },
} as const satisfies RecordKindDeclaration
