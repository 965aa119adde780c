import { useWords } from '../../app/language.tsx'
import { PageFrame, PageHeading } from '../../app/page-frame.tsx'

export function SignInPage() {
  const say = useWords()
  return (
    <PageFrame>
      <PageHeading>{say({ zh: '短信用户登录', en: '短信用户登录' })}</PageHeading>
    </PageFrame>
  )
}
