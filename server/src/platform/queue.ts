import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** Every kind of job and what it carries: ids, never records. */
export interface Jobs {
  'send-code': { personId: string; codeId: string }
  'send-message': { personId: string; messageId: string }
  'seal-audit': Record<string, never>
}
export type JobName = keyof Jobs

/** A job exists if and only if its transaction commits. */
export interface Queue {
  enqueue<N extends JobName>(tx: Tx, name: N, job: Jobs[N], key?: string): Promise<void>
}

export const workerQueue: Queue = {
  async enqueue(tx, name, job, key) {
    await sql`select graphile_worker.add_job(${name}, ${JSON.stringify(job)}::json, max_attempts => 12, job_key => ${key ?? null})`.execute(
      tx,
    )
  },
}
