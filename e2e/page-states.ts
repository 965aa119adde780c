/** A page of the practitioner's face, and the request without which it has nothing to show. */
interface StatedPage {
  path: string
  needs: string
  /** The form or view that opens over it. */
  drawer?: string
}

const profile = '**/api/persons/*/profile'

/** Every page of the practitioner's own, each walked in every one of its states. */
export const practitionerPages = {
  overview: { path: '/me', needs: profile },
  basic: { path: '/me/basic', needs: '**/api/persons/*/basic' },
  education: { path: '/me/education', needs: profile, drawer: '?add=education' },
  title: { path: '/me/title', needs: profile, drawer: '?add=title' },
  registration: { path: '/me/registration', needs: profile },
  skill: { path: '/me/skill', needs: profile, drawer: '?add=skill' },
  post: { path: '/me/post', needs: profile, drawer: '?add=post' },
  experience: { path: '/me/experience', needs: profile, drawer: '?add=experience' },
  performance: { path: '/me/performance', needs: profile, drawer: '?add=performance' },
  credit: { path: '/me/credit', needs: profile },
  signature: { path: '/me/signature', needs: '**/api/persons/*/signatures' },
  'signature-form': { path: '/me/signature/form', needs: '**/api/persons/*/signature-form' },
  messages: { path: '/me/messages', needs: '**/api/persons/*/messages*' },
  accesses: { path: '/me/accesses', needs: '**/api/persons/*/accesses*' },
  notice: { path: '/me/notice', needs: '**/api/portal/notice' },
} as const satisfies Record<string, StatedPage>

/** Pages that show what they have without asking the server. */
export const plainPages = { export: '/me/export', 'sign-in': '/sign-in', register: '/register' } as const

/** Pages that anybody reads, made by the server. */
export const publicPages = {
  home: '/',
  people: '/people',
  windows: '/windows',
  guide: '/guide',
  'notice-public': '/notice',
} as const

/** What is looked at of each page: nothing entered yet, in English, in large type, waiting, failed. */
export const states = ['empty', 'english', 'large-type', 'loading', 'error'] as const
export type PageState = (typeof states)[number]
