import { EventEmitter } from 'node:events'
import { type JobName, type Jobs, jobSchemas } from '@zhuji/contract/jobs.ts'
import { Logger, parseCronItems, run, type TaskList, type WorkerEvents } from 'graphile-worker'
import type { Context } from './context.ts'

/** What does each kind of job. A job may run twice, and must then have done as much as once. */
export type JobHandlers = { [N in JobName]?: (ctx: Context, job: Jobs[N]) => Promise<void> }

/** A job that the clock starts: minute hour day month weekday, in UTC. */
export interface TimedJob {
  name: JobName
  at: string
}

export interface RunningWorker {
  /** Lets the jobs at hand finish. */
  stop(): Promise<void>
}

// The library's own messages may quote payloads and errors of drivers: only `problem` hears, and it gets the error.
const silent = new Logger(() => () => {})

/** Runs the queue in this process on the context's own pool; `problem` hears of each try that failed. */
export async function runWorker(
  ctx: Context,
  handlers: JobHandlers,
  timed: readonly TimedJob[],
  problem: (error: Error) => void,
): Promise<RunningWorker> {
  const events = new EventEmitter() as WorkerEvents
  events.on('job:error', ({ error }) => problem(asError(error)))
  events.on('worker:fatalError', ({ error }) => problem(asError(error)))
  const runner = await run({
    pgPool: ctx.pool,
    noHandleSignals: true,
    concurrency: 2,
    pollInterval: 2_000,
    logger: silent,
    events,
    taskList: tasksOf(ctx, handlers),
    parsedCronItems: parseCronItems(timed.map(({ name, at }) => ({ task: name, match: at }))),
  })
  runner.promise.catch((error) => problem(asError(error)))
  return { stop: () => runner.stop() }
}

function tasksOf(ctx: Context, handlers: JobHandlers): TaskList {
  const tasks: TaskList = {}
  for (const name of Object.keys(handlers) as JobName[]) {
    const handle = handlers[name] as ((ctx: Context, job: unknown) => Promise<void>) | undefined
    if (handle) tasks[name] = async (payload) => handle(ctx, jobSchemas[name].parse(payload))
  }
  return tasks
}

const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error('job failed'))
