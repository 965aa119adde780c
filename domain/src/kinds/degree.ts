import type { RecordKindDeclaration } from '../record-declaration.ts'
import { issued, number, school, schoolSpecialty } from './certificate-fields.ts'

/** 学位证书 (R4.1, guide G41, G43). */
export const degree = {
  section: 'education',
  title: { zh: '学位证书', en: 'Degree certificate' },
  add: { zh: '新增学位证书', en: 'Add degree certificate' },
  fields: {
    school,
    specialty: schoolSpecialty,
    degree: {
      type: 'list',
      required: true,
      list: 'degrees',
      maxLength: 40,
      label: { zh: '学位名称', en: 'Degree' },
    },
    chair: {
      type: 'text',
      required: false,
      maxLength: 100,
      label: { zh: '学位评定委员会主席', en: 'Chair of the degree committee' },
    },
    issued,
    number,
  },
  compared: ['school', 'degree', 'specialty', 'issued'],
  listed: ['school', 'specialty', 'degree', 'chair', 'issued', 'number'],
  scan: 'required',
  evidence: 'original',
  writers: ['practitioner'],
  firstLevel: 'D',
  columns: { code: 'degree', specialty: 'specialty', to: 'issued' },
  ordered: [],
  conditions: [],
  askedPages: [],
  decides: {
    zh: '后续遇资质标准对学历有考核要求的，应及时核验学历证书！',
    en: 'Where a qualification standard examines education, have the certificate checked in good time.',
  },
} as const satisfies RecordKindDeclaration
