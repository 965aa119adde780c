import { createServer } from 'node:net'
import { type Config, ConfigError, readConfig } from './platform/config.ts'
import { portTaken, type Running, start } from './start.ts'

const say = (line: string) => console.log(`zhuji: ${line}`)

try {
  const config = readConfig(process.env)
  await refuseTakenPort(config)
  stopOnSignals(start(config, say))
} catch (error) {
  fail(error)
}

// Asked before anything is started: a taken port should cost a second, not a database.
function refuseTakenPort(config: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new ConfigError([portTaken(config.PORT)]) : error),
    )
    probe.listen(config.PORT, config.host, () => probe.close(() => resolve()))
  })
}

function stopOnSignals(starting: Promise<Running>): void {
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    const running = await starting.catch(() => undefined)
    await running?.stop()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
  process.on('disconnect', stop)
  starting.then(announce, fail)
}

function announce(running: Running): void {
  if (running.databaseLocation) say(`database files: ${running.databaseLocation}`)
  say(`ready at ${running.url}`)
  process.send?.({ ready: true, url: running.url, enrolmentCode: running.enrolmentCode })
}

function fail(error: unknown): void {
  if (error instanceof ConfigError) {
    console.error('zhuji: cannot start:')
    for (const line of error.lines) console.error(`  - ${line}`)
  } else console.error('zhuji: cannot start:', error)
  process.exitCode = 1
  process.exit()
}
