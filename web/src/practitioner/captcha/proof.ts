import type { ProofNews } from './proof-worker.ts'

/**
 * Solves a proof-of-work challenge in a worker (R3.5). Tells the tries so far; gives the solution, or null when it
 * could not be found. Stops at once when the signal says so.
 */
export function solveProof(
  challenge: Record<string, unknown>,
  tell: (tries: number) => void,
  signal: AbortSignal,
): Promise<Record<string, unknown> | null> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' })
    const end = (solution: Record<string, unknown> | null) => {
      worker.terminate()
      resolve(solution)
    }
    worker.addEventListener('message', ({ data }: MessageEvent<ProofNews>) => {
      if (data.kind === 'tries') tell(data.tries)
      else end(data.kind === 'solved' ? data.solution : null)
    })
    worker.addEventListener('error', () => end(null))
    signal.addEventListener('abort', () => end(null))
    worker.postMessage(challenge)
  })
}
