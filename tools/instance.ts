import { type ChildProcess, fork } from 'node:child_process'
import { join, resolve } from 'node:path'
import { freePort } from './free-port.ts'

const root = join(import.meta.dirname, '..')

/** A process ended before it was ready; it has said why on its own. */
export class PartEndedError extends Error {}

export interface Instance {
  url: string
  bridgeUrl: string
  simulatorUrl: string
  /** The server process, for tests that end it the hard way. */
  server: ChildProcess
  /** Resolves when the server has ended, with its exit code. */
  ended: Promise<number>
  stop(): Promise<void>
}

/**
 * Runs one demo installation: the server and, as processes of their own, the bridge and the simulated reader.
 */
export async function startInstance(options: {
  dataDir: string
  port?: number
  environment?: NodeJS.ProcessEnv
  /** Hears what the processes print; without it, it goes to our own output. */
  hear?: (text: string) => void
  /** The ports that bridge and reader usually have, where they are free: a page may be open on them. */
  usualPorts?: boolean
}): Promise<Instance> {
  const port = options.port ?? (await freePort())
  const [bridgePort, readerPort, controlPort] = await freePorts(
    options.usualPorts ? [17650, 17651, 17652] : [0, 0, 0],
  )
  const url = `http://localhost:${port}`
  const bridgeUrl = `http://127.0.0.1:${bridgePort}`
  const simulatorUrl = `http://127.0.0.1:${controlPort}`
  const dataDir = resolve(options.dataDir)
  const children: ChildProcess[] = []
  const run = (file: string, environment: Record<string, string>) => {
    const child = fork(join(root, file), {
      env: { ...process.env, ...options.environment, ...environment },
      stdio: options.hear ? ['ignore', 'pipe', 'pipe', 'ipc'] : ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    for (const output of [child.stdout, child.stderr])
      output?.setEncoding('utf8').on('data', (text: string) => options.hear?.(text))
    children.push(child)
    return child
  }
  const stop = async () => {
    // The readers first: the server still takes what the bridge is sending.
    for (const child of children.splice(0).reverse()) await end(child)
  }
  const server = run('server/src/main.ts', {
    PORT: String(port),
    DATA_DIR: dataDir,
    BRIDGE_URL: bridgeUrl,
    SIMULATOR_URL: simulatorUrl,
  })
  const ended = new Promise<number>((done) => server.once('exit', (code) => done(code ?? 1)))
  try {
    const { enrolmentCode } = await ready(server)
    const origins = [url, `http://127.0.0.1:${port}`].join(',')
    await ready(
      run('bridge/src/simulator/main.ts', {
        SIM_PORT: String(readerPort),
        SIM_CONTROL_PORT: String(controlPort),
        SIM_ORIGINS: origins,
      }),
    )
    await ready(
      run('bridge/src/main.ts', {
        ZHUJI_SERVER: `http://127.0.0.1:${port}`,
        BRIDGE_DATA: join(dataDir, 'bridge'),
        BRIDGE_PORT: String(bridgePort),
        BRIDGE_READER: `tcp://127.0.0.1:${readerPort}`,
        BRIDGE_ORIGINS: origins,
        BRIDGE_ENROLMENT_CODE: enrolmentCode ?? '',
        BRIDGE_SIMULATED: '1',
      }),
    )
  } catch (error) {
    await stop()
    throw error
  }
  return { url, bridgeUrl, simulatorUrl, server, ended, stop }
}

async function freePorts(wanted: readonly number[]): Promise<number[]> {
  const ports: number[] = []
  for (const port of wanted) ports.push(await freePort(port))
  return ports
}

function ready(child: ChildProcess): Promise<{ enrolmentCode: string | null }> {
  return new Promise((resolve, reject) => {
    child.on('message', (message: { ready?: boolean; enrolmentCode?: string | null }) => {
      if (message.ready) resolve({ enrolmentCode: message.enrolmentCode ?? null })
    })
    child.once('exit', (code) =>
      reject(new PartEndedError(`${child.spawnargs.at(-1)} ended with code ${code} while starting`)),
    )
  })
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
