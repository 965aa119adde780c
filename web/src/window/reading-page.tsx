import { useWords } from '../app/language.tsx'
import { PageHeading } from '../app/page-frame.tsx'

export function ReadingPage() {
  const say = useWords()
  return <PageHeading>{say({ zh: '人员建档身份证读卡', en: 'Read identity cards' })}</PageHeading>
}
