import { useWords } from '../../app/language.tsx'
import { PageFrame, PageHeading } from '../../app/page-frame.tsx'

export function EducationPage() {
  const say = useWords()
  return (
    <PageFrame>
      <PageHeading>{say({ zh: 'x', en: 'x' })}</PageHeading>
    </PageFrame>
  )
}
