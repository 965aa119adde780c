import { createHash } from 'node:crypto'
import { createServer } from 'node:net'
import { resolve } from 'node:path'

/**
 * Keeps a second bridge off the same directory: two would give out the same counters. The name that it holds is
 * the system's, which frees it however the process ends. Systems without such names go without.
 */
export async function holdAlone(directory: string): Promise<void> {
  const name = `zhuji-bridge-${createHash('sha256').update(resolve(directory)).digest('hex').slice(0, 32)}`
  const address = { linux: `\0${name}`, win32: `\\\\.\\pipe\\${name}` }[process.platform as string]
  if (address === undefined) return
  const holder = createServer((socket) => socket.destroy())
  await new Promise<void>((done, reject) => {
    holder.once('error', () => reject(new Error('another bridge works in this directory')))
    holder.listen(address, () => done())
  })
  holder.unref()
}
