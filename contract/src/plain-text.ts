import { z } from 'zod'

/** One line as a person types it, without control characters and half characters, which no field has a use for. */
export const plainText = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u)

/** As `plainText`, over several lines. */
export const longText = (most: number) =>
  z
    .string()
    .transform((text) => text.replaceAll(/\r\n?/g, '\n').trim())
    .pipe(
      z
        .string()
        .min(1)
        .max(most)
        .regex(/^(?:\n|[^\p{Cc}\p{Cs}])*$/u),
    )
