import assert from 'node:assert/strict'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { type World, world } from '../../test/world.ts'

/** A built web app as small as can be: its portal answers with what it was given. */
async function givenWeb(t: TestContext): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), 'zhuji-web-'))
  t.after(() => rm(root, { recursive: true, force: true }))
  await mkdir(join(root, 'app/assets'), { recursive: true })
  await mkdir(join(root, 'portal'))
  const portal =
    'export const renderPortal = (page, data, language) => JSON.stringify({ page, data, language })'
  await Promise.all([
    writeFile(join(root, 'app/index.html'), '<script nonce="__CSP_NONCE__"></script>'),
    writeFile(join(root, 'app/icon.svg'), '<svg/>'),
    writeFile(join(root, 'app/assets/index-abc.js'), 'plain'),
    writeFile(join(root, 'app/assets/index-abc.js.br'), 'packed'),
    writeFile(join(root, 'portal/portal.mjs'), portal),
  ])
  return root
}

const ask = (w: World, url: string, headers: Record<string, string> = {}) =>
  w.app.inject({ url, headers: { accept: 'text/html', ...headers } })

test('R9.2 the windows page is given the open windows, hours that nobody knows as null', async (t) => {
  const w = await world(t, { webRoot: await givenWeb(t) })
  const [department, window] = [crypto.randomUUID(), crypto.randomUUID()]
  await w.ctx.db
    .insertInto('department')
    .values({ id: department, code: 'T1', name: '测试', scope: 'district', district: '310101' })
    .execute()
  await w.ctx.db
    .insertInto('service_window')
    .values({ id: window, department_id: department, code: 'T1', name: '测试窗口', address: '测试路1号' })
    .execute()
  const { page, data } = JSON.parse((await ask(w, '/windows')).body)
  assert.equal(page, 'windows')
  assert.deepEqual(
    data.windows.map(({ name, district, hours }: Record<string, unknown>) => [name, district, hours]),
    [['测试窗口', '黄浦区', null]],
  )
})

test('every page carries a nonce of its own, the one that its policy allows', async (t) => {
  const w = await world(t, { webRoot: await givenWeb(t) })
  const seen = new Set<string>()
  for (const url of ['/sign-in', '/me/education', '/window', '/admin', '/admin/full-names', '/sign-in']) {
    const answer = await ask(w, url)
    assert.equal(answer.statusCode, 200, url)
    const nonce = /nonce="([^"]+)"/.exec(answer.body)?.[1] ?? ''
    assert.match(
      String(answer.headers['content-security-policy']),
      new RegExp(`style-src [^;]*'nonce-${nonce}'`),
    )
    assert.equal(answer.headers['cache-control'], 'no-store')
    seen.add(nonce)
  }
  assert.equal(seen.size, 6)
})

test('assets are kept for a year and come packed where the browser takes it', async (t) => {
  const w = await world(t, { webRoot: await givenWeb(t) })
  const packed = await ask(w, '/assets/index-abc.js', { 'accept-encoding': 'br' })
  assert.equal(packed.body, 'packed')
  assert.match(String(packed.headers['cache-control']), /max-age=31536000, immutable/)
  assert.equal((await ask(w, '/assets/index-abc.js')).body, 'plain')
})

test('an unknown page is a page that says so, an unknown call a problem', async (t) => {
  const w = await world(t, { webRoot: await givenWeb(t) })
  const page = await ask(w, '/nothing-here')
  assert.deepEqual([page.statusCode, page.headers['content-type']], [404, 'text/html; charset=utf-8'])
  const call = await ask(w, '/api/nothing-here')
  assert.deepEqual([call.statusCode, call.json().code], [404, 'not-found'])
})

test('large type is chosen by a link and kept in a cookie, the usual one until then', async (t) => {
  const w = await world(t, { webRoot: await givenWeb(t) })
  assert.equal(JSON.parse((await ask(w, '/guide')).body).data.large, false)
  const chosen = await ask(w, '/guide?type=large')
  assert.deepEqual([chosen.statusCode, chosen.headers.location], [303, '/guide'])
  assert.match(String(chosen.headers['set-cookie']), /^zhuji-type=large;/)
  const kept = await ask(w, '/guide', { cookie: 'zhuji-type=large' })
  assert.equal(JSON.parse(kept.body).data.large, true)
})

test('the language is chosen by a link, kept in a cookie, and Chinese until then', async (t) => {
  const w = await world(t, { webRoot: await givenWeb(t) })
  assert.equal(JSON.parse((await ask(w, '/guide')).body).language, 'zh')
  const chosen = await ask(w, '/guide?language=en')
  assert.deepEqual([chosen.statusCode, chosen.headers.location], [303, '/guide'])
  assert.match(String(chosen.headers['set-cookie']), /^zhuji-language=en;/)
  const kept = await ask(w, '/guide', { cookie: 'zhuji-language=en' })
  assert.equal(JSON.parse(kept.body).language, 'en')
})

test('the demo page exists in demo only', async (t) => {
  const webRoot = await givenWeb(t)
  assert.equal((await ask(await world(t, { webRoot }), '/demo')).statusCode, 200)
  assert.equal((await ask(await world(t, { webRoot, mode: 'production' }), '/demo')).statusCode, 404)
})
