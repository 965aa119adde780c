import type { Words } from './words.ts'

/** What to have ready before filling, in the guide's words and order (G4–G8). */
export const preparations = [
  {
    zh: '请提前准备好：个人身份证件、学历学位证书、技术职称证书、现场岗位证书、技能培训证书，同时准备好扫描件。',
    en: 'Have ready: identity card, education and degree certificates, title certificates, site-post certificates, skill certificates, and their scans.',
  },
  {
    zh: '按证书载明的信息准确填报（不可简称哦~）。',
    en: 'Fill in exactly what the certificate says, names in full, never abbreviated.',
  },
  {
    zh: '扫描件的要求：分辨率72dpi~100dpi，比例1:1，文件类型为JPG、JPEG，文件大小不超过300KB。没有扫描仪的，用手机拍照即可，页面会自动处理成合格的扫描件。',
    en: 'Scans: 72–100 dpi, true to scale 1:1, JPG or JPEG, at most 300 KB. A photo will do: the page turns it into such a scan.',
  },
  {
    zh: '因资质申报或承揽业务需要，对学历、职称、专业有考核指标的，填报完成后及时就近到受理窗口核验证书原件。',
    en: 'Where education, title or specialty is examined, have the originals checked at the nearest window soon after filling.',
  },
  {
    zh: '日常工作中，个人信息应动态更新维护，例如学历、技术职称晋升应及时更新。',
    en: 'Keep it up to date: add a new degree or a promotion when it comes.',
  },
] as const satisfies readonly Words[]

/** 人员信息采集主流程: the five steps (G9). */
export const mainFlow = [
  {
    title: { zh: '至受理窗口刷身份证', en: 'Have your identity card read at a window' },
    text: {
      zh: '携身份证就近到任一受理窗口，在读卡机上刷证建档；企业可一次性批量刷证。',
      en: 'Take your card to any window; firms may bring many cards at once.',
    },
  },
  {
    title: {
      zh: '登录系统完成短信注册，绑定本人手机',
      en: 'Register by text message and bind your own mobile',
    },
    text: {
      zh: '首次登录请点击“短信用户注册”，所填信息须与窗口所刷证件完全一致（一字不错）。',
      en: 'First-time users register; what you type must equal the card to the letter.',
    },
  },
  {
    title: {
      zh: '填报个人信息，上传证件扫描件，采集个人签名',
      en: 'Fill in your profile, upload scans, give your signature',
    },
    text: {
      zh: '按证书载明的信息如实、准确、审慎填报，不可简称。',
      en: 'As printed on the certificate: truthful, exact, prudent, never abbreviated.',
    },
  },
  {
    title: { zh: '日常动态维护（含修改手机号）', en: 'Keep it up to date (and your mobile number)' },
    text: {
      zh: '学历、职称等发生变化时及时更新；已核对的证书可继续添加新的记录；手机号变更的，携身份证到窗口修改。',
      en: 'Add what is new; what was checked stays. To change the mobile number take your card to a window.',
    },
  },
  {
    title: { zh: '必要时携证件至窗口核验', en: 'Have originals checked when needed' },
    text: {
      zh: '资质标准对学历、职称等有考核要求的，填报后及时就近到窗口核验证书原件，信息由D级升格为C级。',
      en: 'Where a standard examines it, bring the original: the record rises from level D to C.',
    },
  },
] as const satisfies readonly { title: Words; text: Words }[]

/** 特别提示 of each section's page (G29). */
export const specialNotices = [
  {
    zh: '为提高效率，请事先准备以下材料：',
    en: 'To save time, prepare these first:',
  },
  {
    zh: '1、按照分辨率72dpi~100dpi，比例1:1，文件类型为JPG、JPEG，文件大小不超过300KB的标准，制作学历证书、学位证书及职称证书扫描件。',
    en: '1. Scans of your certificates: 72–100 dpi, true to scale 1:1, JPG or JPEG, at most 300 KB.',
  },
  {
    zh: '2、请点击进入“个人签名信息”，按照要求准备“签名信息采集表”扫描件。',
    en: '2. Open «Signature» and prepare the scan of the signature form as it says.',
  },
] as const satisfies readonly Words[]
