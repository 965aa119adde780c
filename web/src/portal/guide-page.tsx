import { dataLevels, levelWords } from '@zhuji/domain/data-level.ts'
import { preparations } from '@zhuji/domain/guide-notices.ts'
import { refusalReasons, refusalReasonWords } from '@zhuji/domain/original-verification.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { frequentlyAsked } from './frequently-asked.ts'
import type { PortalPageProps } from './render-portal.tsx'
import { Steps } from './steps.tsx'

const firstOfAll: readonly Words[] = [
  {
    zh: '凡在本市从事建设工程相关的事项，如资质申请、进沪报送、承揽业务等，其中涉及的人员，均需先行完成从业人员信息采集。这是后续诸多事项的前置条件。',
    en: 'Whoever is named in a construction matter of the city — a qualification application, an entry filing, a contract — is registered first. Later matters depend on it.',
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

/** The guide as a page: preparation, the five steps, levels, corrections, questions. */
export function GuidePage({ say }: PortalPageProps) {
  return (
    <>
      <h1>{say({ zh: '建设工程企业从业人员个人从业信息采集与维护用户指南', en: 'User guide' })}</h1>
      <section>
        <h2>{say({ zh: '准备事项（告知）', en: 'Before you start' })}</h2>
        <ul>
          {[...firstOfAll, ...preparations].map((item) => (
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
      <section id="questions">
        <h2>{say({ zh: '从业人员证书附件核对常见问题解答', en: 'Questions on checking originals' })}</h2>
        {frequentlyAsked.map(({ asked, answer }) => (
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
