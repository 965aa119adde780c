import { type ErrorComponentProps, useRouter } from '@tanstack/react-router'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { useWords } from './language.tsx'
import { FramedOnce, PageHeading } from './page-frame.tsx'

/** The error boundary of every page: words, a way to try again, a way out. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const say = useWords()
  const router = useRouter()
  const again = () => {
    reset()
    void router.invalidate()
  }
  return (
    <FramedOnce>
      <PageHeading>{say({ zh: '页面未能显示', en: 'This page could not be shown' })}</PageHeading>
      <ProblemAlert error={error} again={again} />
      <p>
        <a href="/">{say({ zh: '返回首页', en: 'Go to the home page' })}</a>
      </p>
    </FramedOnce>
  )
}
