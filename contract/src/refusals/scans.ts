import type { RefusalTable } from './table.ts'

export const scansRefusals = {
  'scan-refused': {
    zh: '扫描件没有保存：标出的要求不符合。请按各项说明修改，或在页面上直接处理图片后重新上传。',
    en: 'The scan was not saved: the marked rules are not kept. Mend it as each says, or prepare the picture on the page, then upload again.',
  },
  'scan-pages-full': (facts) => ({
    zh: `一条信息的扫描件最多 ${facts.most} 页，本页没有保存。请先删除不需要的页。`,
    en: `A record's scan has at most ${facts.most} pages; this one was not saved. Remove a page first.`,
  }),
  'scan-not-asked': {
    zh: '该类信息不需要扫描件，本页没有保存。请直接填写栏目并保存。',
    en: 'Records of this kind have no scan; the page was not saved. Fill in the fields and save them.',
  },
  'page-not-asked': ({ shows }) =>
    shows === 'proof'
      ? {
          zh: '本页没有保存：该信息没有注明以书面证明代替证书。证书遗失的，请先勾选「以书面证明代替」并保存，再上传书面证明。',
          en: 'The page was not saved: this record does not say that a written proof stands for a certificate. If it is lost, tick that first, save, then upload the proof.',
        }
      : {
          zh: '本页没有保存：该信息的专业不是载于职称评审表。载于评审表的，请先在「专业载于」中选择评审表并保存，再上传评审表。',
          en: 'The page was not saved: this record does not take its specialty from a review form. If it does, choose the form as the source first, save, then upload it.',
        },
  'scan-order-incomplete': (facts) => ({
    zh: `页序没有保存：须把全部 ${facts.pages} 页各排一次。请刷新页面后重新排列。`,
    en: `The order was not saved: it has to name each of the ${facts.pages} pages once. Reload the page and arrange them again.`,
  }),
  'review-form-not-last': {
    zh: '页序没有保存：职称评审表须排在证书之后。请把评审表移到最后。',
    en: 'The order was not saved: the review form comes after the certificate. Move its pages to the end.',
  },
  'scan-queue-full': {
    zh: '现在上传的人较多，扫描件还没有保存。请稍等片刻再上传，已填写的内容不会丢失。',
    en: 'Many people are uploading now and this scan was not saved. Wait a moment and upload again; nothing you entered is lost.',
  },
} as const satisfies RefusalTable
