import { z } from 'zod'

/** 0 lets the system choose one. */
export const Port = (usual: number) => z.coerce.number().int().min(0).max(65_535).default(usual)

/** Origins of pages, separated by commas. */
export const Origins = z
  .string()
  .default('')
  .transform((text) => text.split(',').flatMap((origin) => (origin.trim() ? [originOf(origin)] : [])))

export const originOf = (url: string): string => new URL(url.trim()).origin
