import type { RecordKindDeclaration } from '../record-declaration.ts'
import { issued, issuer, number } from './certificate-fields.ts'

/** 现场管理岗位证书 (R4.12, guide G53, G93). */
export const post = {
  section: 'post',
  title: { zh: '现场管理岗位证书', en: 'Site-management post certificate' },
  add: { zh: '新增岗位证书', en: 'Add post certificate' },
  fields: {
    post: {
      type: 'list',
      required: true,
      list: 'site-posts',
      maxLength: 40,
      label: { zh: '岗位', en: 'Post' },
    },
    specialty: {
      type: 'text',
      required: false,
      maxLength: 60,
      fullName: 'specialties',
      label: { zh: '专业', en: 'Specialty' },
      hint: {
        zh: '如：土建、装饰装修；证书未载明的不填。',
        en: 'For example 土建; empty if the certificate has none.',
      },
      emptyWords: { zh: '证书未载明', en: 'Not on the certificate' },
    },
    number,
    issuer,
    province: {
      type: 'list',
      required: true,
      list: 'provinces',
      maxLength: 20,
      closed: true,
      label: { zh: '发证省市', en: 'Issuing province' },
    },
    issued,
    validTo: {
      type: 'date',
      required: false,
      label: { zh: '有效期至', en: 'Valid until' },
      hint: { zh: '证书未载明有效期的不填。', en: 'Empty if the certificate has none.' },
      emptyWords: { zh: '证书未载明', en: 'Not on the certificate' },
    },
  },
  compared: ['post', 'specialty', 'number', 'issuer', 'issued'],
  listed: ['post', 'specialty', 'number', 'issuer', 'issued', 'validTo'],
  scan: 'required',
  evidence: 'original',
  writers: ['practitioner'],
  firstLevel: 'D',
  columns: { code: 'post', specialty: 'specialty', from: 'issued', validTo: 'validTo' },
  ordered: [['issued', 'validTo']],
  conditions: [],
  askedPages: [],
  decides: {
    zh: '后续遇资质标准对现场管理人员有考核要求的，应及时核验岗位证书！',
    en: 'Where a qualification standard examines site managers, have the certificate checked in good time.',
  },
} as const satisfies RecordKindDeclaration
