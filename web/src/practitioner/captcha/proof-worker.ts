import { solveChallenge } from 'altcha-lib'
import { deriveKey as derivePbkdf2 } from 'altcha-lib/algorithms/web/pbkdf2'
import { deriveKey as deriveSha } from 'altcha-lib/algorithms/web/sha'
import type { Challenge, DeriveKeyFunction } from 'altcha-lib/types'

export type ProofNews =
  | { kind: 'tries'; tries: number }
  | { kind: 'solved'; solution: Record<string, unknown> }
  | { kind: 'failed' }

const tell = (news: ProofNews) => postMessage(news)

/** Solves one challenge away from the page's own thread, telling now and then how many tries it took so far. */
addEventListener('message', async ({ data }: MessageEvent<Challenge>) => {
  let tries = 0
  const derive = data.parameters.algorithm.startsWith('PBKDF2') ? derivePbkdf2 : deriveSha
  const counting: DeriveKeyFunction = (...args) => {
    tries += 1
    if (tries % 20 === 0) tell({ kind: 'tries', tries })
    return derive(...args)
  }
  const solution = await solveChallenge({ challenge: data, deriveKey: counting })
  tell(solution ? { kind: 'solved', solution: { ...solution } } : { kind: 'failed' })
})
