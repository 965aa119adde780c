import { z } from 'zod'

/** An error as RFC 9457 has it. `code` is stable and has words in both languages; `details` are the facts for them. */
export const Problem = z
  .object({
    type: z.string(),
    status: z.int(),
    code: z.string(),
    details: z.unknown().optional(),
    requestId: z.string(),
  })
  .meta({ id: 'Problem' })
export type Problem = z.infer<typeof Problem>
