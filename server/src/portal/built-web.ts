import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { WindowView } from '@zhuji/contract/portal.ts'
import type { Language } from '@zhuji/domain/words.ts'
import type { PortalPage } from './routes.ts'

export interface PortalData {
  windows: readonly WindowView[]
  demo: boolean
  large: boolean
  /** For the page's style element. */
  nonce: string
}

type RenderPortal = (page: PortalPage, data: PortalData, language: Language) => string

export interface BuiltWeb {
  renderPortal: RenderPortal
  /** The single-page app's page with this nonce in it. */
  facePage(nonce: string): string
  icon: Buffer
}

/** Loads what the web workspace built. Throws when it was not built. */
export async function loadBuiltWeb(webRoot: string): Promise<BuiltWeb> {
  const [page, icon, portal] = await Promise.all([
    readFile(join(webRoot, 'app/index.html'), 'utf8'),
    readFile(join(webRoot, 'app/icon.svg')),
    import(pathToFileURL(join(webRoot, 'portal/portal.mjs')).href) as Promise<{ renderPortal: RenderPortal }>,
  ])
  const parts = page.split('__CSP_NONCE__')
  return { renderPortal: portal.renderPortal, facePage: (nonce) => parts.join(nonce), icon }
}
