import { type ChildProcess, spawn } from 'node:child_process'

/** What a stage of the tests came to. */
export interface Totals {
  passed: number
  failed: number
}

let current: ChildProcess | undefined
let interrupted = false

export const wasInterrupted = () => interrupted

/** Ends the stage that runs; the caller still tidies up and tells the total. */
export function interruptOnSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      interrupted = true
      current?.kill(signal)
    })
  }
}

interface Run {
  env?: Record<string, string>
  /** Kept back, for a program whose output matters only when it fails. */
  quiet?: boolean
}

/** Runs a JavaScript program under this very Node. */
export async function runNode(
  args: string[],
  { env, quiet }: Run = {},
): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', quiet ? 'pipe' : 'inherit', quiet ? 'pipe' : 'inherit'],
    env: { ...process.env, ...env },
  })
  current = child
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
  const code = await new Promise<number>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (exitCode) => resolve(exitCode ?? 1))
  })
  return { code, output }
}
