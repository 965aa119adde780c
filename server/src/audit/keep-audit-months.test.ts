import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type World, world } from '../../test/world.ts'
import { withClient } from '../platform/postgres/cluster.ts'
import { auditJobs, auditTimes } from './jobs.ts'

const monthsOf = async (w: World): Promise<number> => {
  const { rows } = await w.ctx.pool.query(
    `select count(*)::int as n from generate_series(0, 12) n
      where to_regclass('audit_entry_' || to_char(current_date + make_interval(months => n), 'YYYY_MM')) is not null`,
  )
  return rows[0].n
}

test('R12.3 the log has its next twelve months without a restart', async (t) => {
  const w = await world(t)
  await withClient(w.ownerUrl, (owner) =>
    owner.query(`do $$ begin
      execute 'drop table audit_entry_' || to_char(current_date + interval '12 months', 'YYYY_MM');
      execute 'drop table audit_entry_' || to_char(current_date + interval '3 months', 'YYYY_MM');
    end $$`),
  )
  assert.equal(await monthsOf(w), 11)
  await auditJobs['keep-audit-months']?.(w.ctx, {})
  assert.equal(await monthsOf(w), 13)
  await auditJobs['keep-audit-months']?.(w.ctx, {})
  assert.ok(auditTimes.some(({ name, at }) => name === 'keep-audit-months' && /^\d+ \d+ \* \* \*$/.test(at)))
})
