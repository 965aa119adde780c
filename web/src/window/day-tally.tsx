import { useSyncExternalStore } from 'react'
import { draftOf, keepDraft } from '../app/drafts.ts'
import { useWords } from '../app/language.tsx'
import { useSession } from '../app/session.ts'

export type Decided = 'verified' | 'refused' | 'cancelled'
interface Tally extends Record<Decided, number> {
  day: string
}

const FORM = 'window-tally'
const listeners = new Set<() => void>()
let kept = draftOf<Tally>(FORM)

const on = (day: string): Tally => (kept?.day === day ? kept : { day, verified: 0, refused: 0, cancelled: 0 })

/** Counts one decision of today; kept with the session's drafts, so that a reload forgets nothing. */
export function count(decided: Decided, day: string): void {
  const before = on(day)
  kept = { ...before, [decided]: before[decided] + 1 }
  keepDraft(FORM, kept)
  for (const tell of listeners) tell()
}

const subscribe = (tell: () => void) => {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

/** Today's decisions of this session. */
export function DayTally() {
  const say = useWords()
  const today = useSession()?.today ?? ''
  const tally = useSyncExternalStore(subscribe, () => kept)
  const { verified, refused, cancelled } = tally?.day === today ? tally : on(today)
  return (
    <p className="day-tally">
      {say({
        zh: `本次登录今日：核对通过 ${verified} 件，不予核对 ${refused} 件，取消核对 ${cancelled} 件`,
        en: `Today in this session: ${verified} verified, ${refused} refused, ${cancelled} cancelled`,
      })}
    </p>
  )
}
