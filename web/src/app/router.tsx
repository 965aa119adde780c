import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router'
import { z } from 'zod'
import { noticeFirst } from '../practitioner/notice/notice-gate.ts'
import { recordSearch } from '../practitioner/records/record-search.ts'
import { Loading } from '../ui/loading.tsx'
import { BrokenPage } from './broken-page.tsx'
import { MissingPage } from './missing-page.tsx'
import { queryClient, whenSessionEnds } from './query-client.ts'
import { onlyFor, sessionQuery } from './session.ts'

// Every page of the signed-in faces stands in this file, each face loaded when it is first entered.

const back = z.object({ back: z.string().optional().catch(undefined) })

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: MissingPage,
  errorComponent: BrokenPage,
})
const under = () => root

const signIn = createRoute({
  getParentRoute: under,
  path: '/sign-in',
  validateSearch: back,
  component: lazyRouteComponent(() => import('../practitioner/sign-in/sign-in-page.tsx'), 'SignInPage'),
})
const register = createRoute({
  getParentRoute: under,
  path: '/register',
  component: lazyRouteComponent(
    () => import('../practitioner/registration/registration-page.tsx'),
    'RegistrationPage',
  ),
})

const practitioner = createRoute({
  getParentRoute: under,
  id: 'practitioner',
  beforeLoad: async (match) => {
    const found = await onlyFor('practitioner')(match)
    await noticeFirst(match)
    return found
  },
  component: lazyRouteComponent(() => import('../practitioner/practitioner-face.tsx'), 'PractitionerFace'),
})
const overview = createRoute({
  getParentRoute: () => practitioner,
  path: '/me',
  component: lazyRouteComponent(() => import('../practitioner/overview/overview-page.tsx'), 'OverviewPage'),
})
const sectionPages = () => import('../practitioner/records/section-pages.tsx')
const basic = createRoute({
  getParentRoute: () => practitioner,
  path: '/me/basic',
  component: lazyRouteComponent(() => import('../practitioner/basic/basic-page.tsx'), 'BasicPage'),
})
const education = createRoute({
  getParentRoute: () => practitioner,
  path: '/me/education',
  validateSearch: recordSearch,
  component: lazyRouteComponent(sectionPages, 'EducationPage'),
})
const title = createRoute({
  getParentRoute: () => practitioner,
  path: '/me/title',
  validateSearch: recordSearch,
  component: lazyRouteComponent(sectionPages, 'TitlePage'),
})
const registration = createRoute({
  getParentRoute: () => practitioner,
  path: '/me/registration',
  validateSearch: recordSearch,
  component: lazyRouteComponent(sectionPages, 'RegistrationPage'),
})
const skill = createRoute({
  getParentRoute: () => practitioner,
  path: '/me/skill',
  validateSearch: recordSearch,
  component: lazyRouteComponent(sectionPages, 'SkillPage'),
})
const post = createRoute({
  getParentRoute: () => practitioner,
  path: '/me/post',
  validateSearch: recordSearch,
  component: lazyRouteComponent(sectionPages, 'PostPage'),
})
const experience = createRoute({
  getParentRoute: () => practitioner,
  path: '/me/experience',
  validateSearch: recordSearch,
  component: lazyRouteComponent(sectionPages, 'ExperiencePage'),
})
const performance = createRoute({
  getParentRoute: () => practitioner,
  path: '/me/performance',
  validateSearch: recordSearch,
  component: lazyRouteComponent(sectionPages, 'PerformancePage'),
})
const credit = createRoute({
  getParentRoute: () => practitioner,
  path: '/me/credit',
  validateSearch: recordSearch,
  component: lazyRouteComponent(() => import('../practitioner/credit/credit-page.tsx'), 'CreditPage'),
})
const messages = createRoute({
  getParentRoute: () => practitioner,
  path: '/me/messages',
  component: lazyRouteComponent(() => import('../practitioner/messages/messages-page.tsx'), 'MessagesPage'),
})
const notice = createRoute({
  getParentRoute: () => practitioner,
  path: '/me/notice',
  validateSearch: back,
  component: lazyRouteComponent(() => import('../practitioner/notice/notice-page.tsx'), 'NoticePage'),
})

const signature = createRoute({
  getParentRoute: () => practitioner,
  path: '/me/signature',
  component: lazyRouteComponent(
    () => import('../practitioner/signature/signature-page.tsx'),
    'SignaturePage',
  ),
})
const signatureForm = createRoute({
  getParentRoute: () => practitioner,
  path: '/me/signature/form',
  component: lazyRouteComponent(() => import('../practitioner/signature/form-page.tsx'), 'SignatureFormPage'),
})

const accesses = createRoute({
  getParentRoute: () => practitioner,
  path: '/me/accesses',
  component: lazyRouteComponent(() => import('../practitioner/accesses/accesses-page.tsx'), 'AccessesPage'),
})
const exported = createRoute({
  getParentRoute: () => practitioner,
  path: '/me/export',
  component: lazyRouteComponent(() => import('../practitioner/export/export-page.tsx'), 'ExportPage'),
})

const staffSignIn = createRoute({
  getParentRoute: under,
  path: '/window/sign-in',
  validateSearch: back,
  component: lazyRouteComponent(() => import('../window/staff-sign-in-page.tsx'), 'StaffSignInPage'),
})
const clerk = createRoute({
  getParentRoute: under,
  id: 'clerk',
  beforeLoad: onlyFor('clerk'),
  component: lazyRouteComponent(() => import('../window/window-face.tsx'), 'WindowFace'),
})
const windowStart = createRoute({
  getParentRoute: () => clerk,
  path: '/window',
  component: lazyRouteComponent(() => import('../window/start-page.tsx'), 'StartPage'),
})
const reading = createRoute({
  getParentRoute: () => clerk,
  path: '/window/reading',
  component: lazyRouteComponent(() => import('../window/reading-page.tsx'), 'ReadingPage'),
})
const verification = createRoute({
  getParentRoute: () => clerk,
  path: '/window/verification',
  validateSearch: z.object({
    person: z.uuid().optional().catch(undefined),
    record: z.uuid().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../window/verification-page.tsx'), 'VerificationPage'),
})
const phoneChange = createRoute({
  getParentRoute: () => clerk,
  path: '/window/phone-change',
  component: lazyRouteComponent(() => import('../window/phone-change-page.tsx'), 'PhoneChangePage'),
})

const administrator = createRoute({
  getParentRoute: under,
  id: 'administrator',
  beforeLoad: onlyFor('administrator'),
  component: lazyRouteComponent(() => import('../admin/admin-face.tsx'), 'AdminFace'),
})
const adminStart = createRoute({
  getParentRoute: () => administrator,
  path: '/admin',
  beforeLoad: () => {
    throw redirect({ to: '/admin/full-names', replace: true })
  },
})
const fullNames = createRoute({
  getParentRoute: () => administrator,
  path: '/admin/full-names',
  component: lazyRouteComponent(() => import('../admin/full-names-page.tsx'), 'FullNamesPage'),
})
const creditObjections = createRoute({
  getParentRoute: () => administrator,
  path: '/admin/credit-objections',
  validateSearch: z.object({
    person: z.uuid().optional().catch(undefined),
    objection: z.uuid().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('../admin/credit-objections-page.tsx'), 'CreditObjectionsPage'),
})

const demo = createRoute({
  getParentRoute: under,
  path: '/demo',
  component: lazyRouteComponent(() => import('../demo/demo-page.tsx'), 'DemoPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    signIn,
    register,
    practitioner.addChildren([
      overview,
      basic,
      education,
      title,
      registration,
      skill,
      post,
      experience,
      performance,
      credit,
      messages,
      notice,
      signature,
      signatureForm,
      accesses,
      exported,
    ]),
    staffSignIn,
    clerk.addChildren([windowStart, reading, verification, phoneChange]),
    administrator.addChildren([adminStart, fullNames, creditObjections]),
    demo,
  ]),
  defaultPendingComponent: Loading,
  defaultPendingMs: 300,
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

// The page's own guard sends to the right door; what was typed lies in the drafts.
whenSessionEnds(() => {
  void queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 }).then(() => router.invalidate())
})
