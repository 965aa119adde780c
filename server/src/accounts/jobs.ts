import type { JobHandlers } from '../platform/worker.ts'
import { cleanUp } from './clean-up.ts'
import { sendCode } from './codes/send-code.ts'
import { deliverMessage } from './deliver-message.ts'

export const accountJobs = {
  'send-code': sendCode,
  'send-message': deliverMessage,
  'clean-up': cleanUp,
} satisfies JobHandlers
