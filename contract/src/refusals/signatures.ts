import type { RefusalTable } from './table.ts'

const wholeSheet = {
  zh: '请把整张签名信息采集表平放，四边完整，用不低于100dpi的分辨率重新扫描或拍照后上传。',
  en: 'Lay the whole form flat with all four edges in view, scan it at 100 dpi or more (or photograph it), and upload again.',
}

export const signaturesRefusals = {
  'signature-code-missing': {
    zh: `没有找到表上的二维码，无法确认是您的签名信息采集表，本次没有保存。${wholeSheet.zh}`,
    en: `The form’s code was not found, so nobody can tell whose form this is; nothing was saved. ${wholeSheet.en}`,
  },
  'signature-form-foreign': {
    zh: '这张签名信息采集表不是为您打印的，本次没有保存。请登录您本人的账号点击“打印”，签名后再上传。',
    en: 'This form was not printed for you; nothing was saved. Press “Print” while signed in yourself, sign that form and upload it.',
  },
  'signature-marks-missing': (facts) => ({
    zh: `签名框四角的定位码只找到 ${facts.found} 个（至少需要 ${facts.needed} 个），本次没有保存。请勿涂写或遮挡定位码。${wholeSheet.zh}`,
    en: `Only ${facts.found} of the marks at the frame’s corners were found (${facts.needed} are needed); nothing was saved. Keep them clean and uncovered. ${wholeSheet.en}`,
  }),
  'signature-cut-off': {
    zh: `签名框不完整：有一边被裁掉、遮挡或没有印清楚，本次没有保存。${wholeSheet.zh}`,
    en: `The signature frame is not whole: a side is cut off, covered or badly printed; nothing was saved. ${wholeSheet.en}`,
  },
  'signature-too-dark': {
    zh: '图像太暗，看不清签名，本次没有保存。请调亮扫描或在光线充足处拍照后重新上传。',
    en: 'The picture is too dark to see the signature; nothing was saved. Scan it brighter or photograph it in good light, then upload again.',
  },
  'signature-empty': {
    zh: '签名框内没有找到签名，本次没有保存。请在框内亲笔签名，再扫描上传。',
    en: 'No signature was found in the frame; nothing was saved. Sign by hand inside the frame, then scan and upload.',
  },
  'signature-too-faint': {
    zh: '签名太淡，无法清晰识别，本次没有保存。请用黑色签字笔重新签名后上传。',
    en: 'The signature is too faint to be read; nothing was saved. Sign with a black pen and upload again.',
  },
  'signature-over-frame': {
    zh: '签名碰到或超出了边框，本次没有保存。请重新打印一张，签在框内、不要超出边框，再扫描上传。',
    en: 'The signature touches or crosses the frame; nothing was saved. Print the form again and sign well inside the frame.',
  },
  'signature-filed': {
    zh: '该签名已经确认提交，无需重复操作。请刷新页面查看。',
    en: 'This signature is already filed; nothing more to do. Reload the page to see it.',
  },
  'signature-replaced': {
    zh: '之后又上传了新的签名，这一份不能再确认。请刷新页面，确认最新的一份。',
    en: 'A newer signature was uploaded since, so this one can no longer be confirmed. Reload and confirm the newest.',
  },
} as const satisfies RefusalTable
