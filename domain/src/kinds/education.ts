import type { RecordKindDeclaration } from '../record-declaration.ts'
import { issued, number, school, schoolSpecialty } from './certificate-fields.ts'

/** 学历证书 (R4.1, R4.7, guide G40, G42). */
export const education = {
  section: 'education',
  title: { zh: '学历证书', en: 'Education certificate' },
  add: { zh: '新增学历证书', en: 'Add education certificate' },
  fields: {
    school,
    duration: {
      type: 'text',
      required: false,
      maxLength: 20,
      label: { zh: '学制', en: 'Duration' },
      hint: { zh: '如：4年制', en: 'For example 4年制' },
    },
    level: {
      type: 'list',
      required: true,
      list: 'education-levels',
      maxLength: 40,
      label: { zh: '学历', en: 'Level' },
    },
    president: {
      type: 'text',
      required: false,
      maxLength: 100,
      label: { zh: '校(院)长', en: 'President' },
    },
    specialty: schoolSpecialty,
    issued,
    from: { type: 'date', required: true, notAfterToday: true, label: { zh: '开始时间', en: 'From' } },
    to: { type: 'date', required: true, notAfterToday: true, label: { zh: '结束时间', en: 'To' } },
    number,
    registrationNumber: {
      type: 'text',
      required: false,
      maxLength: 60,
      label: { zh: '电子注册号', en: 'Electronic registration number' },
      hint: { zh: '2002年以前的证书没有，可不填。', en: 'Certificates before 2002 have none: leave empty.' },
    },
    lost: {
      type: 'flag',
      required: false,
      label: { zh: '以书面证明代替（证书遗失）', en: 'Written proof instead (certificate lost)' },
      hint: {
        zh: '证书遗失的，由学历证明单位出具书面证明，扫描上传该证明，窗口核对该证明原件。',
        en: 'When the certificate is lost, the certifying unit issues a written proof: scan and bring that proof.',
      },
    },
    proofUnit: {
      type: 'text',
      required: false,
      maxLength: 100,
      fullName: 'units',
      label: { zh: '学历证明单位', en: 'Certifying unit' },
      hint: { zh: '以书面证明代替时必填。', en: 'Required with a written proof.' },
    },
  },
  compared: ['school', 'specialty', 'level', 'issued'],
  listed: ['school', 'specialty', 'level', 'duration'],
  scan: 'required',
  evidence: 'original',
  writers: ['practitioner'],
  firstLevel: 'D',
  columns: { code: 'level', specialty: 'specialty', from: 'from', to: 'to' },
  ordered: [
    ['from', 'to'],
    ['from', 'issued'],
  ],
  conditions: [{ when: 'lost', is: true, field: 'proofUnit', must: 'be-filled' }],
  askedPages: [{ when: 'lost', is: true, shows: 'proof' }],
  decides: {
    zh: '后续遇资质标准对学历有考核要求的，应及时核验学历证书！',
    en: 'Where a qualification standard examines education, have the certificate checked in good time.',
  },
} as const satisfies RecordKindDeclaration
