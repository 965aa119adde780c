import { z } from 'zod'

/** One line as a person types it, without control characters and half characters, which no field has a use for. */
export const plainText = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)
