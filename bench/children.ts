import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

export interface Child {
  url: string
  /** From its start until it was ready. */
  seconds: number
  stop(): Promise<void>
}

/** A program of the repository, with Node's own flags before it; resolves when it says that it is ready. */
export async function startChild(
  script: string,
  options: { args?: readonly string[]; flags?: readonly string[]; env?: Record<string, string> } = {},
): Promise<Child> {
  const began = performance.now()
  const child = spawn(
    process.execPath,
    [...(options.flags ?? []), join(import.meta.dirname, '..', script), ...(options.args ?? [])],
    { env: { ...process.env, ...options.env }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] },
  )
  const { url } = await ready(child, script)
  return { url, seconds: (performance.now() - began) / 1000, stop: () => stop(child) }
}

function ready(child: ChildProcess, script: string): Promise<{ url: string }> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as { url: string }))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${script} ended with code ${code}`)))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
