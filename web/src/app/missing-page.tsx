import { useWords } from './language.tsx'
import { PageFrame, PageHeading } from './page-frame.tsx'

/** 404: says what may have happened and where to go on. */
export function MissingPage() {
  const say = useWords()
  return (
    <PageFrame>
      <PageHeading>{say({ zh: '没有这个页面', en: 'There is no such page' })}</PageHeading>
      <p>
        {say({
          zh: '地址可能有误，或该页面已经移走。',
          en: 'The address may be mistyped, or the page has moved.',
        })}
      </p>
      <p>
        <a href="/">{say({ zh: '返回首页', en: 'Go to the home page' })}</a>
      </p>
    </PageFrame>
  )
}
