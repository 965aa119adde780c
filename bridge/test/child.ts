import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Starts a program of this workspace as a process of its own and waits until it says that it is ready. */
export async function started<Ready>(path: string, env: Record<string, string>) {
  const file = fileURLToPath(new URL(`../${path}`, import.meta.url))
  const child = fork(file, { env: { PATH: process.env.PATH, ...env }, silent: true })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => output.push(String(text)))
  const ready = await Promise.race([
    once(child, 'message').then(([message]) => message as Ready),
    once(child, 'exit').then(() => Promise.reject(new Error(output.join('')))),
  ])
  return { child, ready, output }
}

export async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode
  const exit = once(child, 'exit')
  child.kill(signal)
  const [code] = await exit
  return code
}
