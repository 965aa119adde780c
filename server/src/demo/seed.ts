import { createStaff } from '../accounts/staff/create-staff.ts'
import { findStaff } from '../accounts/staff/repository.ts'
import { findWindowByCode } from '../offices/repository.ts'
import { seedOffices } from '../offices/seed-offices.ts'
import { type Actor, systemActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import { seedFullNames } from './full-names.ts'
import { claimForDemo } from './installation.ts'
import { demoPersons } from './people.ts'
import { readDemoCards } from './read-demo-cards.ts'
import { registerDemoPerson } from './register-demo-person.ts'
import { accountsAmong, seedAlone } from './repository.ts'
import { seeDemoPeople } from './see-demo-people.ts'
import { seedFeeds } from './seed-feeds.ts'
import { demoStaffAccounts } from './staff.ts'

/** Fills an empty database with the demo, and what is missing of it in the demo's own; throws DemoRefusedError for others. */
export async function seedDemo(ctx: Context): Promise<void> {
  await seedAlone(ctx.pool, async () => {
    await claimForDemo(ctx)
    await seedOffices(ctx, systemActor())
    await seedStaff(ctx)
    await seedFullNames(ctx)
    await seedCards(ctx)
    await seedFeeds(ctx)
  })
}

async function seedStaff(ctx: Context): Promise<void> {
  const names = demoStaffAccounts.map(({ account }) => account)
  const known = new Set((await accountsAmong(ctx.db, names)).map(({ account }) => account))
  for (const staff of demoStaffAccounts)
    if (!known.has(staff.account)) await createStaff(ctx, systemActor(), staff)
}

async function seedCards(ctx: Context): Promise<void> {
  const before = await seeDemoPeople(ctx)
  const unread = demoPersons.filter((person, at) => person.seeded && !before[at]?.collected)
  if (unread.length > 0) await readDemoCards(ctx, await firstClerk(ctx), unread)
  for (const [at, person] of demoPersons.entries())
    if (person.seeded === 'registered' && !before[at]?.registered) await registerDemoPerson(ctx, person)
}

async function firstClerk(ctx: Context): Promise<Actor> {
  const [{ account, windowCode }] = demoStaffAccounts
  const [staff, window] = [await findStaff(ctx.db, account), await findWindowByCode(ctx.db, windowCode)]
  if (!staff || !window) throw new Error('the demo is not seeded')
  return {
    ...systemActor(),
    role: 'clerk',
    id: staff.id,
    officeId: window.departmentId,
    officeName: window.departmentName,
    windowId: window.windowId,
  }
}
