import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { ProblemError, UnreachableError } from '@zhuji/contract/client.ts'

const sessionEnded = (error: unknown) =>
  error instanceof ProblemError && error.problem.code === 'sign-in-required'

let onSessionEnd: () => void = () => {}

/** Says what to do when an answer tells that the session is over. */
export function whenSessionEnds(act: () => void): void {
  onSessionEnd = act
}

const watch = (error: unknown) => {
  if (sessionEnded(error)) onSessionEnd()
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: watch }),
  mutationCache: new MutationCache({ onError: watch }),
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      // What the server put into words does not change by asking again; a lost connection may come back.
      retry: (count, error) => error instanceof UnreachableError && count < 2,
    },
    // Offline a change fails at once and is told; the library would send it later, unasked.
    mutations: { retry: false, networkMode: 'always' },
  },
})
