import { useWords } from '../app/language.tsx'
import { PageHeading } from '../app/page-frame.tsx'

export function VerificationPage() {
  const say = useWords()
  return <PageHeading>{say({ zh: '原件核对', en: 'Check originals' })}</PageHeading>
}
