import { Outlet } from '@tanstack/react-router'
import { PageFrame } from '../app/page-frame.tsx'

/** Frame of the clerks' pages. */
export function WindowFace() {
  return (
    <PageFrame wide leaveTo="/window/sign-in">
      <Outlet />
    </PageFrame>
  )
}
