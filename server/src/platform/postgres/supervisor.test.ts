import assert from 'node:assert/strict'
import { once } from 'node:events'
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { findBinaries } from './binaries.ts'
import { withClient } from './cluster.ts'
import { freePort, isReady, launch } from './launch.ts'
import { stopServer } from './left-behind.ts'
import { prepareLocation } from './location.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './supervisor.ts'

const folder = await mkdtemp(join(tmpdir(), 'zhuji-supervisor-'))
await chmod(folder, 0o755) // Else the database of a root would move to a place of its own.
const dataDir = join(folder, 'postgres')
const said: string[] = []
const say = (line: string) => void said.push(line)

async function started(t: TestContext): Promise<EmbeddedPostgres> {
  said.length = 0
  const postgres = await startEmbeddedPostgres({ dataDir, say })
  t.after(() => postgres.stop())
  return postgres
}

const query = (url: string, text: string) =>
  withClient(url, async (client) => (await client.query(text)).rows)
const notes = async (postgres: EmbeddedPostgres) =>
  (await query(postgres.ownerUrl, 'select text from note order by 1')).map((row) => row.text)

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const giveUpAt = Date.now() + 10_000
  while (!(await holds())) {
    assert.ok(Date.now() < giveUpAt, 'waited in vain')
    await sleep(20)
  }
}

test('embedded PostgreSQL: the first start makes a database that knows Chinese and an owner who is no superuser', async (t) => {
  const postgres = await started(t)
  const [row] = await query(
    postgres.ownerUrl,
    `select cardinality(show_trgm('张三')) > 0 as trigrams, rolsuper, rolcreaterole, rolcreatedb,
            pg_get_userbyid(datdba) as owner
       from pg_roles, pg_database where rolname = current_user and datname = current_database()`,
  )
  assert.deepEqual(row, {
    trigrams: true,
    rolsuper: false,
    rolcreaterole: true,
    rolcreatedb: true,
    owner: 'zhuji_owner',
  })
  await query(postgres.ownerUrl, `create table note (text text); insert into note values ('一')`)
})

test('embedded PostgreSQL: a second start keeps the data and the port', async (t) => {
  const before = await readFile(join((await prepareLocation(dataDir)).folder, 'port'), 'utf8')
  const postgres = await started(t)
  assert.deepEqual(await notes(postgres), ['一'])
  assert.equal(new URL(postgres.ownerUrl).port, before)
})

test('embedded PostgreSQL: it listens on 127.0.0.1 only and asks for the password', async (t) => {
  const postgres = await started(t)
  const [row] = await query(
    postgres.adminUrl,
    `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets`,
  )
  assert.deepEqual(row, { addresses: '127.0.0.1', sockets: '' })
  const wrong = new URL(postgres.ownerUrl)
  wrong.password = 'wrong'
  await assert.rejects(query(wrong.href, 'select 1'), { code: '28P01' })
})

test('embedded PostgreSQL: after kill -9 it is started again and nothing acknowledged is lost', async (t) => {
  const postgres = await started(t)
  const killed = postgres.pid
  await query(postgres.ownerUrl, `insert into note values ('二')`)
  process.kill(killed, 'SIGKILL')
  await until(async () => postgres.pid !== 0 && postgres.pid !== killed)
  assert.deepEqual(await notes(postgres), ['一', '二'])
  assert.match(said.join('\n'), /ended unexpectedly/)
})

test('embedded PostgreSQL: after kill -9 and a pid file that now names another program it starts', async (t) => {
  const { pgdata } = await prepareLocation(dataDir)
  const lines = [process.pid, pgdata, 1, await freePort(), '', '127.0.0.1', '', 'ready']
  await writeFile(join(pgdata, 'postmaster.pid'), `${lines.join('\n')}\n`)
  const postgres = await started(t)
  assert.deepEqual(await notes(postgres), ['一', '二'])
  assert.match(said.join('\n'), /another program now/)
})

test('embedded PostgreSQL: a server that lost its supervisor is stopped and replaced', async (t) => {
  const binaries = await findBinaries()
  const location = await prepareLocation(dataDir)
  const port = await freePort()
  const orphan = await launch(binaries, location, { port, throwaway: false, endsWithUs: false })
  t.after(() => orphan.kill('SIGKILL'))
  assert.ok(await isReady(orphan, location, port))
  await withClient(
    `postgres://postgres:${location.secrets.adminPassword}@127.0.0.1:${port}/zhuji`,
    (client) => client.query(`insert into note values ('三')`),
  )
  const gone = once(orphan, 'exit')
  const postgres = await started(t)
  assert.deepEqual(await gone, [0, null])
  assert.deepEqual(await notes(postgres), ['一', '三', '二'])
})

test('embedded PostgreSQL: a second Zhuji on the same data is refused and the first one lives on', async (t) => {
  const first = await started(t)
  await assert.rejects(startEmbeddedPostgres({ dataDir, say }), /Another Zhuji is running on/)
  assert.deepEqual(await notes(first), ['一', '三', '二'])
})

test('embedded PostgreSQL: when it ends again and again it stays down and says so', async (t) => {
  said.length = 0
  let givenUp = false
  const onGivenUp = () => {
    givenUp = true
  }
  const other = join(folder, 'short-lived')
  const postgres = await startEmbeddedPostgres({ dataDir: other, say, throwaway: true, onGivenUp })
  t.after(() => postgres.stop())
  const killer = setInterval(() => postgres.pid && process.kill(postgres.pid, 'SIGKILL'), 5)
  await until(() => givenUp)
  clearInterval(killer)
  assert.match(said.at(-1) ?? '', /stays down/)
})

test('embedded PostgreSQL: stop ends it cleanly, and twice is once', async () => {
  const postgres = await startEmbeddedPostgres({ dataDir, say })
  await Promise.all([postgres.stop(), postgres.stop()])
  const location = await prepareLocation(dataDir)
  await assert.rejects(readFile(join(location.pgdata, 'postmaster.pid')), { code: 'ENOENT' })
  assert.match(await readFile(location.log, 'utf8'), /database system is shut down\n$/)
  await stopServer(await findBinaries(), location, 2 ** 22 + 1) // A number no process has.
  await rm(folder, { recursive: true })
})
