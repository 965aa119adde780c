import { useWords } from '../app/language.tsx'
import { PageFrame, PageHeading } from '../app/page-frame.tsx'

export function StaffSignInPage() {
  const say = useWords()
  return (
    <PageFrame>
      <PageHeading>{say({ zh: '工作人员登录', en: '工作人员登录' })}</PageHeading>
    </PageFrame>
  )
}
