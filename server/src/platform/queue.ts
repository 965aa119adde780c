import type { JobName, Jobs } from '@zhuji/contract/jobs.ts'
import { sql } from 'kysely'
import type { Tx } from './database.ts'

/** A job exists if and only if its transaction commits. */
export interface Queue {
  enqueue<N extends JobName>(tx: Tx, name: N, job: Jobs[N], key?: string): Promise<void>
  /** Many in one statement; none for none. */
  enqueueAll<N extends JobName>(
    tx: Tx,
    name: N,
    jobs: readonly { job: Jobs[N]; key: string }[],
  ): Promise<void>
}

export const workerQueue: Queue = {
  async enqueue(tx, name, job, key) {
    await sql`select graphile_worker.add_job(${name}, ${JSON.stringify(job)}::json, max_attempts => 12, job_key => ${key ?? null})`.execute(
      tx,
    )
  },
  async enqueueAll(tx, name, jobs) {
    await sql`
      select graphile_worker.add_job(${name}, one -> 'job', max_attempts => 12, job_key => one ->> 'key')
        from json_array_elements(${JSON.stringify(jobs)}::json) one`.execute(tx)
  },
}
