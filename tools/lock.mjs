import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { hostname } from 'node:os'
import { dirname } from 'node:path'

const staleAfter = 60_000

/**
 * Runs `work` while no other process that names the same file does.
 */
export async function withLock(file, work, onWait = () => {}) {
  await mkdir(dirname(file), { recursive: true })
  for (let waited = 0; !(await take(file)); waited++) {
    if (waited === 0) onWait()
    await removeStale(file)
    await new Promise((done) => setTimeout(done, 200))
  }
  const beat = setInterval(() => utimes(file, new Date(), new Date()).catch(() => {}), 5_000)
  try {
    return await work()
  } finally {
    clearInterval(beat)
    await rm(file, { force: true })
  }
}

async function take(file) {
  try {
    const handle = await open(file, 'wx')
    await handle.writeFile(`${hostname()} ${process.pid}`)
    await handle.close()
    return true
  } catch (error) {
    if (error.code === 'EEXIST') return false
    throw error
  }
}

async function removeStale(file) {
  try {
    const [text, { mtimeMs }] = await Promise.all([readFile(file, 'utf8'), stat(file)])
    const age = Date.now() - mtimeMs
    const [host, pid] = text.split(' ')
    const ownerIsGone = host === hostname() && pid !== undefined && !isAlive(Number(pid))
    if (!(age > staleAfter || ownerIsGone)) return
    // Renamed first: of several waiters that see the same stale file, one moves it and the others find nothing.
    const aside = `${file}.${process.pid}`
    await rename(file, aside)
    await rm(aside, { force: true })
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
