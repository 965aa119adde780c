import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { PageFrame } from '../app/page-frame.tsx'
import { Loading } from '../ui/loading.tsx'
import { useNoticeToAcknowledge } from './notice/notice-gate.ts'
import './practitioner.css'
import { SelfServiceMenu } from './self-service-menu.tsx'

/** Frame of a practitioner's own pages (G27, G28). */
export function PractitionerFace() {
  // Who has not read the notice yet can go nowhere else.
  const asked = useNoticeToAcknowledge()
  return (
    <PageFrame menu={asked === null ? <SelfServiceMenu /> : null}>
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </PageFrame>
  )
}
