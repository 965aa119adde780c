// Typed content may be personal: it stays in this tab's own storage and goes with the session.
const prefix = 'zhuji-draft:'

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

export function forgetDrafts(): void {
  try {
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key)
  } catch {
    // As above: nothing was kept.
  }
}
