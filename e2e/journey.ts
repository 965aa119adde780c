import { ensureWebBuilt } from '../tools/build-web.ts'
import { startInstance } from '../tools/instance.ts'
import { throwawayFolder } from '../tools/throwaway-folder.ts'
import { mainJob } from './main-job.ts'

// The whole main job over HTTP against a fresh instance; the exit code says whether it went as it must.
const say = (line: string) => console.log(line)
const folder = await throwawayFolder('journey')
const heard: string[] = []
await ensureWebBuilt(say)
const instance = await startInstance({ dataDir: folder.path, hear: (text) => heard.push(text) })
try {
  await mainJob(instance, say)
  say('\nThe main job went through: card read, registered, certificate added, original verified, level C.')
} catch (error) {
  console.error(heard.join(''))
  console.error('The journey deviated:', error)
  process.exitCode = 1
} finally {
  await instance.stop()
  await folder.remove()
}
