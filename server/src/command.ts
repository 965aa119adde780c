import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { NoticeView } from '@zhuji/contract/notices.ts'
import { feedSources, lineFaultWords } from '@zhuji/domain/feed-lines.ts'
import { staffRoles } from '@zhuji/domain/policy.ts'
import { z } from 'zod'
import { createStaff } from './accounts/staff/create-staff.ts'
import { verifyAudit } from './audit/verify-audit.ts'
import { applyFeedLines } from './feeds/apply-feed-lines.ts'
import { openInstallation } from './installation.ts'
import { publishNotice } from './notices/publish-notice.ts'
import { issueEnrolmentCode } from './offices/issue-enrolment-code.ts'
import { findWindowByCode } from './offices/repository.ts'
import { seedOffices } from './offices/seed-offices.ts'
import { systemActor } from './platform/actor.ts'
import { ConfigError, readConfig } from './platform/config.ts'
import type { Context } from './platform/context.ts'
import { RefusedError } from './platform/refused-error.ts'

// What a new installation needs before anybody can sign in: run by its operator, beside or without the server.
const usage = `usage:
  command.ts seed-offices                       the city's and the districts' departments and windows
  command.ts create-staff --account A --name N --role clerk|enterprise|reviewer|administrator [--window W01]
                                                reads the password from standard input, prints the second factor
  command.ts enrolment-code --window W01        a one-time code for a reader's bridge at that window
  command.ts publish-notice                     a new version of the processing notice: {version, inForceFrom, sections}
                                                as JSON from standard input, as /api/portal/notice shows it
  command.ts apply-feed                         one batch of a third-party system: {source, batchNumber, lines} as JSON from
                                                standard input; each line not taken is told by number and reason
  command.ts verify-audit                       compares the whole audit log with its signed roots`

const FedBatchText = z.strictObject({
  source: z.enum(feedSources),
  batchNumber: z.string().min(1).max(100),
  lines: z.array(z.unknown()),
})

const commands: Record<
  string,
  (ctx: Context, options: Record<string, string | undefined>) => Promise<string>
> = {
  'seed-offices': async (ctx) => {
    await seedOffices(ctx, systemActor())
    return 'departments and windows are there'
  },
  'create-staff': async (ctx, options) => {
    const staff = z
      .object({
        account: z.string(),
        name: z.string(),
        role: z.enum(staffRoles),
        window: z.string().optional(),
      })
      .parse(options)
    const { otpUri } = await createStaff(ctx, systemActor(), {
      account: staff.account,
      displayName: staff.name,
      role: staff.role,
      password: readFileSync(0, 'utf8').trim(),
      windowCode: staff.window ?? null,
    })
    return `second factor, to be entered into the person's authenticator: ${otpUri}`
  },
  'enrolment-code': async (ctx, options) => {
    const window = await findWindowByCode(ctx.db, options.window ?? '')
    if (!window) throw new ConfigError([`no window has the code ${options.window}`])
    const { code, expiresAt, windowName } = await issueEnrolmentCode(ctx, systemActor(), window.windowId)
    return `${code}  for ${windowName}, until ${expiresAt}`
  },
  'publish-notice': async (ctx) => {
    const notice = NoticeView.parse(JSON.parse(readFileSync(0, 'utf8')))
    await publishNotice(ctx, systemActor(), notice)
    return `version ${notice.version} is in force from ${notice.inForceFrom}`
  },
  'apply-feed': async (ctx) => {
    const batch = FedBatchText.parse(JSON.parse(readFileSync(0, 'utf8')))
    const { lines, taken, rejected } = await applyFeedLines(ctx, systemActor(), batch)
    const faults = rejected.map(
      ({ number, reason, fields }) =>
        `line ${number}: ${[reason, ...fields].join(' ')}. ${lineFaultWords[reason].en}`,
    )
    return [`${taken} of ${lines} lines taken`, ...faults].join('\n')
  },
  'verify-audit': async (ctx) => {
    const { compared, fault } = await verifyAudit(ctx)
    if (fault) throw new ConfigError([`the audit log is not as it was sealed: ${JSON.stringify(fault)}`])
    return `${compared} entries are as they were sealed`
  },
}

const text = { type: 'string' } as const
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { account: text, name: text, role: text, window: text },
})
const command = commands[positionals[0] ?? '']
if (command) await run(command)
else {
  console.error(usage)
  process.exitCode = 2
}

async function run(chosen: NonNullable<typeof command>): Promise<void> {
  try {
    const { ctx, close } = await openInstallation(readConfig(process.env), () => {})
    try {
      console.log(await chosen(ctx, values))
    } finally {
      await close()
    }
  } catch (error) {
    console.error(error instanceof ConfigError || error instanceof RefusedError ? error.message : error)
    process.exitCode = 1
  }
}
