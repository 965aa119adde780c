import { Outlet } from '@tanstack/react-router'
import { Suspense } from 'react'
import { PageFrame } from '../app/page-frame.tsx'
import { Loading } from '../ui/loading.tsx'
import './practitioner.css'
import { SelfServiceMenu } from './self-service-menu.tsx'

/** Frame of a practitioner's own pages (G27, G28). */
export function PractitionerFace() {
  return (
    <PageFrame menu={<SelfServiceMenu />}>
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
    </PageFrame>
  )
}
