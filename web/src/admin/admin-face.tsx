import { Link, Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { useWords } from '../app/language.tsx'
import { PageFrame } from '../app/page-frame.tsx'
import { Loading } from '../ui/loading.tsx'
import './admin.css'

const pages = [
  { to: '/admin/full-names', words: { zh: '全称名录', en: 'Full names' } },
  { to: '/admin/credit-objections', words: { zh: '诚信异议', en: 'Credit objections' } },
] as const

/** Frame of the administrators' pages, with the way between them. */
export function AdminFace() {
  const say = useWords()
  return (
    <PageFrame leaveTo="/window/sign-in">
      <nav className="admin-menu" aria-label={say({ zh: '系统管理', en: 'Administration' })}>
        {pages.map(({ to, words }) => (
          <Link key={to} to={to} activeOptions={{ includeSearch: false }} className="admin-link">
            {say(words)}
          </Link>
        ))}
      </nav>
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </PageFrame>
  )
}
