import type { Words } from './words.ts'

/** The ten sections of a profile, in the guide's order (G139). */
export const sectionNames = [
  'basic',
  'education',
  'title',
  'registration',
  'skill',
  'post',
  'experience',
  'performance',
  'credit',
  'signature',
] as const
export type SectionName = (typeof sectionNames)[number]

interface SectionWords {
  /** The menu's name (G139). */
  name: Words
  /** Who supplies it and what the person does, as the guide's table tells (G32). */
  source: Words
}

/** The guide's words for the ten sections (G28, G32, G139). */
export const sections = {
  basic: {
    name: { zh: '个人基本信息', en: 'Basic information' },
    source: { zh: '身份证信息，展示；个人无需处理', en: 'From the identity card, shown only: nothing to do' },
  },
  education: {
    name: { zh: '学历证书信息', en: 'Education' },
    source: { zh: '学历证、学位证；个人填报+上传扫描件', en: 'You fill it in and upload scans' },
  },
  title: {
    name: { zh: '职称信息', en: 'Professional titles' },
    source: { zh: '技术职称证；个人填报+上传扫描件', en: 'You fill it in and upload scans' },
  },
  registration: {
    name: { zh: '注册信息', en: 'Registrations' },
    source: {
      zh: '关联部网和本市库，展示；个人无需处理',
      en: 'From the registers, shown only: nothing to do',
    },
  },
  skill: {
    name: { zh: '技术工人证书信息', en: 'Skilled-worker certificates' },
    source: { zh: '技能培训证书；个人填报+上传扫描件', en: 'You fill it in and upload scans' },
  },
  post: {
    name: { zh: '现场管理岗位证书', en: 'Site-management posts' },
    source: { zh: '岗位证书；个人填报+上传扫描件', en: 'You fill it in and upload scans' },
  },
  experience: {
    name: { zh: '工作经历', en: 'Work experience' },
    source: { zh: '个人工作经历（重要！）；个人填报', en: 'You fill it in (important)' },
  },
  performance: {
    name: { zh: '工程业绩', en: 'Project performance' },
    source: {
      zh: '个人工程业绩（重要！）；项目合同报送+个人填报',
      en: 'From filed contracts, and you fill it in (important)',
    },
  },
  credit: {
    name: { zh: '个人诚信记录', en: 'Credit record' },
    source: {
      zh: '管理部门报送，展示；有误可提出异议',
      en: 'From the authorities, shown only; you may object',
    },
  },
  signature: {
    name: { zh: '个人签名信息', en: 'Signature' },
    source: { zh: '下载打印→签字扫描→上传扫描件', en: 'Print, sign, scan, upload' },
  },
} as const satisfies Record<SectionName, SectionWords>
