import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureWebBuilt } from '../tools/build-web.ts'
import { startInstance } from '../tools/instance.ts'
import { mainJob } from './main-job.ts'

// The whole main job over HTTP against a fresh instance; the exit code says whether it went as it must.
const say = (line: string) => console.log(line)
const dataDir = await mkdtemp(join(tmpdir(), 'zhuji-journey-'))
await ensureWebBuilt(say)
const instance = await startInstance({ dataDir })
try {
  await mainJob(instance, say)
  say('\nThe main job went through: card read, registered, certificate added, original verified, level C.')
} catch (error) {
  console.error('\nThe journey deviated:', error)
  process.exitCode = 1
} finally {
  await instance.stop()
  await rm(dataDir, { recursive: true, force: true, maxRetries: 5 })
}
