import { useWords } from '../../app/language.tsx'
import { PageFrame, PageHeading } from '../../app/page-frame.tsx'

export function RegistrationPage() {
  const say = useWords()
  return (
    <PageFrame>
      <PageHeading>{say({ zh: '短信用户注册', en: '短信用户注册' })}</PageHeading>
    </PageFrame>
  )
}
