// Typed content may be personal: it stays in this tab's own storage and goes with the session.
const prefix = 'zhuji-draft:'
const ofPerson = 'person:'

/** Names a draft of a signed-in person's own form: nobody else who signs in in this tab ever sees it. */
export const personDraft = (personId: string, form: string): string => `${ofPerson}${personId}:${form}`

/** Keeps what was typed in a form across a reload or a dropped session. */
export function keepDraft(form: string, values: unknown): void {
  try {
    sessionStorage.setItem(prefix + form, JSON.stringify(values))
  } catch {
    // Storage may be full or forbidden: then typing is simply not kept.
  }
}

/** What was typed in a form before, or undefined. */
export function draftOf<T>(form: string): T | undefined {
  try {
    const text = sessionStorage.getItem(prefix + form)
    return text === null ? undefined : (JSON.parse(text) as T)
  } catch {
    return undefined // As above: no draft.
  }
}

export function forgetDraft(form: string): void {
  try {
    sessionStorage.removeItem(prefix + form)
  } catch {
    // As above: nothing was kept.
  }
}

export const forgetDrafts = (): void => forgetWhere(() => true)

/** To be called when a person signs in: what somebody else typed in this tab goes. */
export const forgetDraftsOfOthers = (personId: string): void =>
  forgetWhere((form) => form.startsWith(ofPerson) && !form.startsWith(personDraft(personId, '')))

function forgetWhere(is: (form: string) => boolean): void {
  try {
    for (const key of Object.keys(sessionStorage))
      if (key.startsWith(prefix) && is(key.slice(prefix.length))) sessionStorage.removeItem(key)
  } catch {
    // As above: nothing was kept.
  }
}
