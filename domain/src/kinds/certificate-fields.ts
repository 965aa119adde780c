import type { Field } from '../record-declaration.ts'

// What certificates of several kinds say alike.

export const issued = {
  type: 'date',
  required: true,
  notAfterToday: true,
  label: { zh: '发证日期', en: 'Issue date' },
  hint: { zh: '证书落款时间', en: 'The date at the foot of the certificate' },
} as const satisfies Field

export const number = {
  type: 'text',
  required: true,
  maxLength: 60,
  label: { zh: '证书编号', en: 'Certificate number' },
} as const satisfies Field

export const issuer = {
  type: 'text',
  required: true,
  maxLength: 100,
  fullName: 'issuers',
  label: { zh: '制(发)证机构', en: 'Issuing organisation' },
  hint: { zh: '按证书载明的全称填写，不可简称。', en: 'The full name as printed, not abbreviated.' },
} as const satisfies Field

export const school = {
  type: 'text',
  required: true,
  maxLength: 100,
  fullName: 'schools',
  label: { zh: '学校名称', en: 'School' },
  hint: { zh: '按证书载明的全称填写，不可简称。', en: 'The full name as printed, not abbreviated.' },
} as const satisfies Field

export const schoolSpecialty = {
  type: 'text',
  required: true,
  maxLength: 100,
  fullName: 'specialties',
  label: { zh: '所学专业', en: 'Specialty' },
  hint: { zh: '与证书一致，一字不错。', en: 'Exactly as on the certificate.' },
} as const satisfies Field
