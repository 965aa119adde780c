import { type Decision, grant, refuse } from './decision.ts'
import type { Words } from './words.ts'

/** What an employment says: one person may have several, and support a qualification by each (G37). */
export interface EmploymentFacts {
  enterpriseId: string
  duty: string
  supports: string | null
  /** YYYY-MM-DD */
  from: string
}

/** The newest link of a line's source key, as it stands. */
export interface KeptEmployment extends EmploymentFacts {
  endedBy: 'practitioner' | 'feed' | null
}

/** What a fed line does to the link that its source key has so far: `replace` ends it and begins another. */
export type EmploymentStep = 'nothing' | 'begin' | 'end' | 'replace'

const same = (a: EmploymentFacts, b: EmploymentFacts): boolean =>
  a.enterpriseId === b.enterpriseId && a.duty === b.duty && a.supports === b.supports && a.from === b.from

/**
 * What a fed line means for the newest link of its source key, if there is one (R4.9, R11.4). What the person ended a
 * repeated line does not bring back; another start does. `ended`: the line says that the employment is over.
 */
export function stepOfLine(
  kept: KeptEmployment | undefined,
  line: EmploymentFacts & { ended: boolean },
): EmploymentStep {
  if (!kept || kept.endedBy !== null) {
    const isDeleted = kept?.endedBy === 'practitioner' && kept.from === line.from
    return line.ended || isDeleted ? 'nothing' : 'begin'
  }
  if (line.ended) return 'end'
  return same(kept, line) ? 'nothing' : 'replace'
}

export type EndingRefusal = { code: 'employment-ended' } | { code: 'employment-in-use'; application: string }

/** May the person end the link (删除, R4.9, G138)? Once, and not while an application in progress needs it. */
export function decideEnding(employment: {
  ended: boolean
  openUse: string | null
}): Decision<true, EndingRefusal> {
  if (employment.ended) return refuse({ code: 'employment-ended' })
  if (employment.openUse !== null)
    return refuse({ code: 'employment-in-use', application: employment.openUse })
  return grant(true)
}

/** What 删除 of a work-unit row answers where it cannot be done (R4.9), as for a record in use (R6.3). */
export function endingRefusalWords(refusal: EndingRefusal): Words {
  return refusal.code === 'employment-ended'
    ? {
        zh: '该工作单位已删除，历史仍保留。请刷新页面查看。',
        en: 'This employment was ended already; its history is kept. Reload the page to see it.',
      }
    : {
        zh: `该信息正用于申请 ${refusal.application}，无法删除！须待该事项结束后再删除。`,
        en: `Application ${refusal.application} is using this employment: end it after that has ended.`,
      }
}
