import { dataLevels, levelWords } from '@zhuji/domain/data-level.ts'
import { refusalReasons, refusalReasonWords } from '@zhuji/domain/original-verification.ts'
import type { Words } from '@zhuji/domain/words.ts'
import type { PortalPageProps } from './render-portal.tsx'
import { Steps } from './steps.tsx'

const preparations: readonly Words[] = [
  {
    zh: '请提前准备好：个人身份证件、学历学位证书，以及证书扫描件。按证书载明的信息准确填报（不可简称哦~）。',
    en: 'Have ready: your identity card, your education and degree certificates, and their scans. Type names in full, as printed.',
  },
  {
    zh: '扫描件的要求：分辨率72dpi~100dpi，比例1:1，文件类型为JPG、JPEG，文件大小不超过300KB。',
    en: 'Scans: 72–100 dpi, true to scale 1:1, JPG or JPEG, at most 300 KB.',
  },
  {
    zh: '因资质申报或承揽业务需要，对学历有考核指标的，填报完成后及时就近到受理窗口核验证书原件。',
    en: 'Where education is examined for a qualification, have the original checked at the nearest window soon after.',
  },
  {
    zh: '在后续事项办理进程中，新增人员的，同样应先行完成从业人员信息采集。',
    en: 'People added while a matter is under way are registered first, too.',
  },
]

const corrections: readonly { level: string; words: Words }[] = [
  {
    level: 'B',
    words: {
      zh: '重新添加新的记录。原证书和原信息无需处理。',
      en: 'Add a new record; leave the old one as it is.',
    },
  },
  {
    level: 'C',
    words: {
      zh: '如不涉及申请事项，原核验部门点击“取消原件核对”，个人修改后重新核验；如正遇申请事项使用该证书，需等该事项结束再处理。',
      en: 'If no application uses it, the department that checked it cancels the check; mend it and have it checked again. Otherwise wait until that application ends.',
    },
  },
  { level: 'D', words: { zh: '自行登录系统，自行修改。', en: 'Sign in and mend it yourself.' } },
]

const questions: readonly { asked: Words; answer: Words }[] = [
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
      zh: '原则上不会。证书经过核对后，可以在各类事项中重复使用；出现投诉举报或涉嫌弄虚作假时，有可能需要复核。',
      en: 'As a rule no: a checked certificate serves again and again. After a complaint or a suspicion of fraud it may be checked once more.',
    },
  },
  {
    asked: { zh: '学历证书重点核对哪些信息？', en: 'What is compared on an education certificate?' },
    answer: {
      zh: '学校名称、所学专业、学历、发证日期（证书落款时间）。',
      en: 'School, specialty, level and issue date (the date at its foot).',
    },
  },
  {
    asked: { zh: '学历证书如果遗失怎么办？', en: 'What if the certificate is lost?' },
    answer: {
      zh: '由学历证明单位出具书面证明，并将此证明扫描上传。原件核对时核对书面证明原件与扫描件是否一致。',
      en: 'The certifying unit issues a written proof: scan and upload it; the window compares the proof’s original.',
    },
  },
  {
    asked: { zh: '经过原件核对后的证书是否还可以修改？', en: 'May a checked certificate still be changed?' },
    answer: {
      zh: '一旦经过原件核对，证书信息和扫描件都不得修改，但是可以添加。比如取得大专学历，经过专升本，取得本科学历后，可以另行添加。',
      en: 'Neither its data nor its scan; but you may add a new one, such as a bachelor’s after a college certificate.',
    },
  },
]

/** The guide as a page: preparation, the five steps, levels, corrections, questions. */
export function GuidePage({ say }: PortalPageProps) {
  return (
    <>
      <h1>{say({ zh: '建设工程企业从业人员个人从业信息采集与维护用户指南', en: 'User guide' })}</h1>
      <section>
        <h2>{say({ zh: '准备事项（告知）', en: 'Before you start' })}</h2>
        <ul>
          {preparations.map((item) => (
            <li key={item.en}>{say(item)}</li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{say({ zh: '人员信息采集主流程', en: 'Five steps' })}</h2>
        <Steps say={say} />
      </section>
      <section>
        <h2>{say({ zh: '数据等级说明', en: 'Data levels' })}</h2>
        <dl className="levels">
          {dataLevels.map((level) => (
            <div key={level}>
              <dt>{say({ zh: `${level}级`, en: `Level ${level}` })}</dt>
              <dd>{say(levelWords[level])}</dd>
            </div>
          ))}
        </dl>
        <p>
          {say({
            zh: '为了您的数据级别逐步提高，请如实、准确、审慎填报个人信息！',
            en: 'So that your levels can rise: be truthful, exact and prudent.',
          })}
        </p>
      </section>
      <section>
        <h2>{say({ zh: '数据错了怎么办？', en: 'What if something is wrong?' })}</h2>
        <dl className="levels">
          {corrections.map(({ level, words }) => (
            <div key={level}>
              <dt>{say({ zh: `${level}级数据错了`, en: `At level ${level}` })}</dt>
              <dd>{say(words)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h2>{say({ zh: '哪些情况下原件核对不予办理？', en: 'When is a check refused?' })}</h2>
        <ol>
          {refusalReasons.map((reason) => (
            <li key={reason}>{say(refusalReasonWords[reason])}</li>
          ))}
        </ol>
      </section>
      <section>
        <h2>{say({ zh: '常见问题', en: 'Questions' })}</h2>
        {questions.map(({ asked, answer }) => (
          <details key={asked.en}>
            <summary>{say(asked)}</summary>
            <p>{say(answer)}</p>
          </details>
        ))}
      </section>
      <p>
        <a className="button" href="/sign-in">
          {say({ zh: '网上办事', en: 'Go online' })}
        </a>
      </p>
    </>
  )
}
