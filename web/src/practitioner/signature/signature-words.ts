import type { Words } from '@zhuji/domain/words.ts'

/** The guide's own words for section (10): G62, G65, G144. The printed form says them in Chinese only. */
export const signatureWords = {
  heading: { zh: '个人签名信息', en: 'Signature' },
  none: { zh: '您尚未上传过签名信息采集表。', en: 'You have not uploaded a signature form yet.' },
  howTo: {
    zh: '请点击“打印”按钮打印签名信息采集表，并在签名框中进行签名后，制作扫描件，点击“上传”按钮进行扫描件上传。',
    en: 'Press “Print” for the form, sign in its frame, make a scan of it, and press “Upload”.',
  },
  print: { zh: '打印', en: 'Print' },
  upload: { zh: '上传', en: 'Upload' },
  formIssuer: { zh: '上海市建设工程企业从业人员', en: 'Practitioners of construction firms in Shanghai' },
  form: { zh: '签名信息采集表', en: 'Signature form' },
  explanation: { zh: '说明', en: 'Instructions' },
  firstInstruction: {
    zh: '1、请在以上签名框内，亲笔填写本人常用手写签名，签字文字要清晰，不要超出边框，然后扫描成电子图片，分辨率为100DPI-200DPI，并上传。',
    en: '1. In the frame above write your usual signature by your own hand, clearly and without crossing the frame; then scan it at 100–200 dpi and upload it.',
  },
  purpose: {
    zh: '2、本手写签名作为个人手写签名的备案数据，与个人从业时在工程文件中的签名一致，提供给管理部门作为核对依据。请认真填写，确认无误后，提交上传。',
    en: '2. This handwriting is filed as the specimen of your signature, the same as on the engineering files of your work, for the authorities to compare with. Write it with care and upload it when you are sure.',
  },
  window: {
    zh: '没有打印机或扫描仪？可以请他人代为打印，签名后用手机拍照上传；仍有困难的，请到受理窗口咨询。',
    en: 'No printer or scanner? Have somebody print it for you and photograph the signed form with your phone; if that is difficult too, ask at a service window.',
  },
} as const satisfies Record<string, Words>
