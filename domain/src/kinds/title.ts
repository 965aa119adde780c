import type { RecordKindDeclaration } from '../record-declaration.ts'
import { issuer, number } from './certificate-fields.ts'

/** 职称证书 (R4.2, R4.3, guide G45–G47). Whether it is of the rural series a clerk finds, nobody types it (R7.6). */
export const title = {
  section: 'title',
  title: { zh: '职称证书', en: 'Professional title' },
  add: { zh: '新增职称', en: 'Add professional title' },
  fields: {
    title: {
      type: 'list',
      required: true,
      list: 'professional-titles',
      maxLength: 40,
      label: { zh: '职称', en: 'Title' },
    },
    specialtySource: {
      type: 'list',
      required: true,
      list: 'specialty-sources',
      maxLength: 40,
      closed: true,
      label: { zh: '专业载于', en: 'Specialty stated in' },
      hint: {
        zh: '职称证书未载明专业的，按无专业处理；职称评审表载明专业的，将评审表扫描在职称证书之后，窗口核对两份原件。',
        en: 'A certificate without a specialty counts as 无专业, unless the review form states it: scan that form after the certificate, and a window checks both originals.',
      },
    },
    specialty: {
      type: 'text',
      required: false,
      maxLength: 100,
      fullName: 'specialties',
      label: { zh: '专业', en: 'Specialty' },
      emptyWords: { zh: '无专业', en: 'No specialty (无专业)' },
    },
    number,
    approved: {
      type: 'date',
      required: true,
      notAfterToday: true,
      label: { zh: '通过(批准)日期', en: 'Approval date' },
    },
    sealUnit: {
      type: 'text',
      required: true,
      maxLength: 100,
      fullName: 'issuers',
      label: { zh: '钢印单位全称', en: 'Full name of the seal unit' },
      hint: { zh: '按证书钢印的全称填写，不可简称。', en: 'In full as the embossed seal has it.' },
    },
    byExamination: {
      type: 'flag',
      required: false,
      label: { zh: '考试取得', en: 'Obtained by examination' },
    },
    committee: {
      type: 'text',
      required: false,
      maxLength: 100,
      fullName: 'committees',
      label: { zh: '职称评审委员会全称', en: 'Full name of the review committee' },
      hint: { zh: '考试取得的不填。', en: 'Leave empty when obtained by examination.' },
      emptyWords: { zh: '考试取得', en: 'By examination' },
    },
    issuer,
  },
  compared: ['title', 'specialty', 'approved'],
  listed: ['title', 'specialty', 'committee', 'approved', 'number', 'issuer', 'sealUnit'],
  scan: 'required',
  evidence: 'original',
  writers: ['practitioner'],
  firstLevel: 'D',
  columns: { code: 'title', specialty: 'specialty', from: 'approved' },
  ordered: [],
  conditions: [
    { when: 'specialtySource', is: ['certificate', 'review-form'], field: 'specialty', must: 'be-filled' },
    { when: 'specialtySource', is: ['none'], field: 'specialty', must: 'be-empty' },
    { when: 'byExamination', is: false, field: 'committee', must: 'be-filled' },
    { when: 'byExamination', is: true, field: 'committee', must: 'be-empty' },
  ],
  askedPages: [{ when: 'specialtySource', is: ['review-form'], shows: 'review-form' }],
  decides: {
    zh: '后续遇资质标准对职称有考核要求的，应及时核验职称证书！',
    en: 'Where a qualification standard examines titles, have the certificate checked in good time.',
  },
} as const satisfies RecordKindDeclaration
