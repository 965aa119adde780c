import { fork } from 'node:child_process'
import { join } from 'node:path'
import { ensureWebBuilt } from './build-web.ts'
import { type Instance, PartEndedError, startInstance } from './instance.ts'
import { serverFlags } from './server-flags.ts'

const say = (line: string) => console.log(`zhuji: ${line}`)

await ensureWebBuilt(say)
if (process.env.ZHUJI_MODE === 'production') runServerAlone()
else await runDemo()

function runServerAlone(): void {
  const server = fork(join(import.meta.dirname, '../server/src/main.ts'), {
    execArgv: [...process.execArgv, ...serverFlags],
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => server.kill('SIGTERM'))
  server.once('exit', (code) => process.exit(code ?? 1))
}

async function runDemo(): Promise<void> {
  const port = Number(process.env.PORT || 8080)
  const starting = startInstance({ dataDir: process.env.DATA_DIR || './data', port, usualPorts: true })
  let stopping = false
  const stop = async () => {
    if (stopping) return
    stopping = true
    say('stopping')
    await starting.then((instance) => instance.stop()).catch(() => {})
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  try {
    const instance = await starting
    invite(instance)
    const code = await instance.ended
    await instance.stop()
    process.exit(code)
  } catch (error) {
    // The part that failed has said why on its own.
    if (!stopping && !(error instanceof PartEndedError)) console.error(`zhuji: ${(error as Error).message}`)
    process.exit(1)
  }
}

function invite({ url }: Instance): void {
  console.log(`
  筑籍 Zhuji (demo) is ready / 演示环境已就绪

    门户 Portal                    ${url}/
    窗口 Window (clerk)            ${url}/window      account 账号: clerk1
    短信用户注册 Register          ${url}/register
    短信用户登录 Sign in           ${url}/sign-in
    管理 Administration            ${url}/admin       account 账号: admin1
    演示助手 Demo helper           ${url}/demo        people, text messages, passwords and second-factor codes

  Start at the demo helper: it has the clerk's password and code and lists people whose cards the simulated reader
  can lay down. Read a card at the window, then register as that person. Ctrl-C stops everything.
`)
}
