import { type Decision, grant, refuse } from './decision.ts'

/** The longest that a look for a complaint may stay unseen, in days. */
const longestDelay = 180

/** A look for a complaint that one member of staff wants shown later. */
export interface DelayRequest {
  askedBy: string
  /** A date was set before: it stays. */
  isSet: boolean
}

export type DelayRefusal =
  | { code: 'delay-needs-second-person' }
  | { code: 'delay-already-set' }
  | { code: 'delay-date-impossible'; latest: string }

/**
 * May this member of staff let the look be shown only from a day on? A second person sets the date, once, after
 * today and at most 180 days away (R12.1). Dates are YYYY-MM-DD.
 */
export function decideDelay(
  request: DelayRequest,
  set: { by: string; shownFrom: string; today: string },
): Decision<string, DelayRefusal> {
  if (set.by === request.askedBy) return refuse({ code: 'delay-needs-second-person' })
  if (request.isSet) return refuse({ code: 'delay-already-set' })
  const latest = new Date(Date.parse(set.today) + longestDelay * 86_400_000).toISOString().slice(0, 10)
  if (set.shownFrom <= set.today || set.shownFrom > latest)
    return refuse({ code: 'delay-date-impossible', latest })
  return grant(set.shownFrom)
}
