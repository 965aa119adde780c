import assert from 'node:assert/strict'
import { exportInformation } from '@zhuji/contract/exports.ts'
import { askFreshCode } from '@zhuji/contract/fresh-codes.ts'
import { strFromU8, type Unzipped, unzipSync } from 'fflate'
import { givenHolder, givenPhone, type Holder } from './records.ts'
import { lastCode, newMobile, runJobs } from './registering.ts'
import { press, type World } from './world.ts'

export interface Exporter extends Holder {
  mobile: string
  /** Asks for a code and reads the message. */
  code(): Promise<string>
  export(code: string, personId?: string): ReturnType<typeof press>
  /** With a fresh code, unzipped. */
  files(): Promise<Unzipped>
}

/** A signed-in person with a bound mobile, who exports. */
export async function givenExporter(w: World): Promise<Exporter> {
  const holder = await givenHolder(w)
  const mobile = newMobile()
  await givenPhone(w, holder, mobile)
  const post = (path: string, personId: string, payload: object) =>
    press(w.app, holder.cookies, { method: 'POST', url: path.replace(':personId', personId), payload })
  const exporter: Exporter = {
    ...holder,
    mobile,
    async code() {
      await w.ctx.db.deleteFrom('allowance').where('key', 'like', 'code-minute%').execute()
      const asked = await post(askFreshCode.path, holder.personId, { purpose: 'export' })
      assert.equal(asked.statusCode, 202, asked.body)
      await runJobs(w)
      return lastCode(w, mobile)
    },
    export: (code, personId = holder.personId) => post(exportInformation.path, personId, { code }),
    async files() {
      const answer = await exporter.export(await exporter.code())
      assert.equal(answer.statusCode, 200, answer.body)
      return unzipSync(answer.rawPayload)
    },
  }
  return exporter
}

export const informationIn = (files: Unzipped) =>
  JSON.parse(strFromU8(files['information.json'] ?? new Uint8Array()))
export const pageIn = (files: Unzipped) => strFromU8(files['个人信息.html'] ?? new Uint8Array())
