import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import { isLargeType, largeTypeClass, typeCookie } from './type-cookie.ts'

interface TypeSize {
  large: boolean
  enlarge(large: boolean): void
}

const TypeSizeContext = createContext<TypeSize>({ large: false, enlarge: () => {} })

/** Holds 大字版, the large type for elder eyes; the choice lies in a cookie, so that the server's pages know it too. */
export function TypeSizeProvider({ children }: { children: ReactNode }) {
  const [large, setLarge] = useState(() => isLargeType(document.cookie))
  const enlarge = useCallback((chosen: boolean) => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser we serve
    document.cookie = typeCookie(chosen)
    setLarge(chosen)
  }, [])
  useEffect(() => {
    document.documentElement.classList.toggle(largeTypeClass, large)
  }, [large])
  const size = useMemo(() => ({ large, enlarge }), [large, enlarge])
  return <TypeSizeContext value={size}>{children}</TypeSizeContext>
}

/** Whether the type is large, and how to change it. */
export const useTypeSize = (): TypeSize => use(TypeSizeContext)
