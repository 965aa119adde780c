import type { TestContext } from 'node:test'
import { ensureWebBuilt } from '../../../tools/build-web.ts'
import { type Instance, startInstance } from '../../../tools/instance.ts'
import { throwawayFolder } from '../../../tools/throwaway-folder.ts'

export interface OwnInstance {
  dataDir: string
  instance: Instance
  /** What server, bridge and simulated reader wrote to their outputs so far. */
  output(): string
  /** Starts again on the same data after the server was ended. */
  again(): Promise<Instance>
}

/** A whole installation of this test's own, on durable storage; gone after it. */
export async function ownInstance(t: TestContext): Promise<OwnInstance> {
  await ensureWebBuilt(() => {})
  const folder = await throwawayFolder('instance')
  const written: string[] = []
  const options = {
    dataDir: folder.path,
    hear: (text: string) => void written.push(text),
    environment: { LOG_LEVEL: 'debug', DATABASE_URL: '', ZHUJI_MODE: 'demo' },
  }
  const own: OwnInstance = {
    dataDir: folder.path,
    instance: await startInstance(options),
    output: () => written.join(''),
    async again() {
      await own.instance.stop()
      own.instance = await startInstance({ ...options, port: Number(new URL(own.instance.url).port) })
      return own.instance
    },
  }
  t.after(async () => {
    await own.instance.stop()
    await folder.remove()
  })
  return own
}
