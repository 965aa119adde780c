/** The answer of a rule: what is granted, or the refusal and its facts. Expected «no»s are values, never thrown. */
export type Decision<Granted, Refusal> =
  | { granted: true; value: Granted }
  | { granted: false; refusal: Refusal }

export const grant = <T>(value: T) => ({ granted: true, value }) as const
export const refuse = <const R>(refusal: R) => ({ granted: false, refusal }) as const
