import { type Challenge, solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'

/** Does the proof of work that a browser's worker would do. */
export async function solveProof(challenge: Record<string, unknown>): Promise<Record<string, unknown>> {
  const solution = await solveChallenge({ challenge: challenge as unknown as Challenge, deriveKey })
  if (!solution) throw new Error('the proof of work found no solution')
  return { ...solution }
}
