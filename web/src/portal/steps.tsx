import type { Words } from '@zhuji/domain/words.ts'
import type { PortalPageProps } from './render-portal.tsx'

/** 人员信息采集主流程 (G9). */
const steps: readonly { title: Words; text: Words }[] = [
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
    title: { zh: '填报个人信息，上传证件扫描件', en: 'Fill in your certificates and upload their scans' },
    text: {
      zh: '按证书载明的信息如实、准确、审慎填报，不可简称。',
      en: 'As printed on the certificate: truthful, exact, prudent, never abbreviated.',
    },
  },
  {
    title: { zh: '日常动态维护', en: 'Keep it up to date' },
    text: {
      zh: '学历等发生变化时及时更新；已核对的证书可继续添加新的记录。',
      en: 'Add what is new, such as a higher degree; what was checked stays.',
    },
  },
  {
    title: { zh: '必要时携证件至窗口核验', en: 'Have originals checked when needed' },
    text: {
      zh: '资质申报对学历等有考核要求的，填报后及时就近到窗口核验证书原件，信息由D级升格为C级。',
      en: 'Where a qualification examines it, bring the original: the record rises from level D to C.',
    },
  },
]

export function Steps({ say }: Pick<PortalPageProps, 'say'>) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={step.title.en}>
          <h3>{say(step.title)}</h3>
          <p>{say(step.text)}</p>
        </li>
      ))}
    </ol>
  )
}
