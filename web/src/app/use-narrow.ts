import { useSyncExternalStore } from 'react'

const narrow = matchMedia('(max-width: 719px)')

const subscribe = (changed: () => void) => {
  narrow.addEventListener('change', changed)
  return () => narrow.removeEventListener('change', changed)
}

/** Whether the screen is a phone's: lists become cards. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches)
