import type { Words } from '@zhuji/domain/words.ts'

/** 从业人员证书附件核对常见问题解答: the guide's twelve questions with their answers (G30, G90–G110). */
export const frequentlyAsked: readonly { asked: Words; answer: Words }[] = [
  {
    asked: { zh: '原件核对是否有时间限制？', en: 'Is there a time limit for having originals checked?' },
    answer: {
      zh: '没有。企业或个人可以根据自身情况，自行妥善安排好核对时间。',
      en: 'No. Choose the time that suits you.',
    },
  },
  {
    asked: { zh: '原件核对是否每年都要重复进行？', en: 'Must it be repeated every year?' },
    answer: {
      zh: '原则上不会。证书经过市、区受理部门核对后，可以在各类事项中重复使用；出现投诉举报或涉嫌弄虚作假时，有可能需要复核。',
      en: 'As a rule no: a checked certificate serves again and again. After a complaint or a suspicion of fraud it may be checked once more.',
    },
  },
  {
    asked: { zh: '原件核对与资质申请的关系？', en: 'What has it to do with a qualification application?' },
    answer: {
      zh: '企业资质申请表中的所有工程技术人员，都需要在资质申请事项正式受理前，对资质标准中有要求的学历、职称、技能证书进行原件核对。',
      en: 'Before an application is accepted, every engineer in it has the originals checked that the standard asks for: education, title, skill.',
    },
  },
  {
    asked: {
      zh: '哪些证书需要进行原件核对？重点核对哪些信息？',
      en: 'Which certificates are checked, and what is compared?',
    },
    answer: {
      zh: '学历证书：学校名称、所学专业、学历、发证日期（证书落款时间）。职称证书：职称名称、专业、通过日期、是否为农村系列职称。技能证书：证书名称、专业工种、级别。岗位证书：岗位、专业、证书编号、制(发)证机构、发证日期。',
      en: 'Education: school, specialty, level, issue date (the date at its foot). Title: title, specialty, approval date, whether it is of the rural series. Skill: certificate name, trade, level. Post: post, specialty, number, issuer, issue date.',
    },
  },
  {
    asked: { zh: '原件核对应该去哪里办理？', en: 'Where are originals checked?' },
    answer: {
      zh: '市业务受理服务中心负责施工特级、勘察、设计、监理综合甲级资质的人员证书；其他企业由注册所在地（或办公所在地）的区受理部门负责。个人的单件办理，可就近到市、区任一受理窗口。',
      en: 'The city centre serves staff of enterprises for 施工特级, 勘察, 设计 and 监理综合甲级; the districts serve the others registered or housed there. A single person may go to any window.',
    },
  },
  {
    asked: { zh: '哪些情况下原件核对不予办理？', en: 'When is a check refused?' },
    answer: {
      zh: '扫描件模糊不清；扫描的对象不是证书原件；个人录入的证书信息与证书原件不一致；个人录入的证书信息残缺不全；扫描件与证书原件不一致。',
      en: 'When the scan is unclear; when it was not made of the original; when the data differ from the original; when they are incomplete; when the scan differs from the original.',
    },
  },
  {
    asked: { zh: '原件核对工作具体如何操作？', en: 'How does a check go?' },
    answer: {
      zh: '本人或委托人携带身份证原件或复印件，以及一本或几本证书原件，到受理窗口核对；一次超过20本证书的，需要提前预约。经过核对的证书信息由D级升格为C级。',
      en: 'You or your agent take the identity card or a copy and one or more originals to a window; more than 20 certificates need an appointment. What was checked rises from level D to C.',
    },
  },
  {
    asked: { zh: '学历证书如果遗失怎么办？', en: 'What if the education certificate is lost?' },
    answer: {
      zh: '由学历证明单位出具书面证明，并将此证明扫描上传。原件核对时核对书面证明原件与扫描件是否一致。',
      en: 'The certifying unit issues a written proof: scan and upload it; the window compares the proof’s original.',
    },
  },
  {
    asked: {
      zh: '助理工程师的证书或聘书是否需要核对？',
      en: 'Are assistant engineers’ certificates or letters of appointment checked?',
    },
    answer: {
      zh: '施工标准中已无助理工程师的要求，其证书或聘书不再需要进行原件核对。',
      en: 'No: the standards ask for none of them any more.',
    },
  },
  {
    asked: { zh: '经过原件核对后的证书是否还可以修改？', en: 'May a checked certificate still be changed?' },
    answer: {
      zh: '一旦经过原件核对，证书信息和扫描件都不得修改，但是可以添加。比如取得大专学历，经过专升本，取得本科学历后，可以另行添加；已经核对过的大专学历不可删除或修改。',
      en: 'Neither its data nor its scan; but you may add a new one, such as a bachelor’s after a college certificate. The checked one stays.',
    },
  },
  {
    asked: {
      zh: '无专业的职称证书能否录入专业？',
      en: 'May a specialty be entered where the title certificate shows none?',
    },
    answer: {
      zh: '职称证书上无明确专业的，按无专业处理。职称评审表能够明确反映专业的，将评审表扫描在职称证书之后上传，录入该专业，窗口同时核验两份原件。',
      en: 'Such a title has no specialty, unless the review form states it: scan that form after the certificate, enter its specialty, and the window checks both originals.',
    },
  },
  {
    asked: {
      zh: '农村系列职称证书是否还需要原件核对？',
      en: 'Are titles of the rural series still checked?',
    },
    answer: {
      zh: '自2015年1月1日新标准实施起，农村系列职称不属于工程系列职称，不再予以认可，因此无需进行原件核对。',
      en: 'No: since the standards of 1 January 2015 they are not recognised as titles of the engineering series.',
    },
  },
]
