import type { FeedReport } from '@zhuji/contract/feeds.ts'
import type { FeedSource } from '@zhuji/domain/feed-lines.ts'
import { creditCodeCheckCharacter } from '@zhuji/domain/unified-credit-code.ts'
import { applyFeedLines } from '../src/feeds/apply-feed-lines.ts'
import { systemActor } from '../src/platform/actor.ts'
import { type GivenPerson, syntheticFacts } from './people.ts'
import type { World } from './world.ts'

/** A credit code of a region that no real one has; another for each sequence. */
export function syntheticCreditCode(sequence = 1): string {
  const first17 = `91999900${String(sequence).padStart(9, '0')}`
  return `${first17}${creditCodeCheckCharacter(first17)}`
}

let batches = 0

/** Lines as a third-party system would send them, in a batch of their own unless told. */
export const feed = (
  w: World,
  source: FeedSource,
  lines: readonly unknown[],
  batchNumber = `T${++batches}`,
): Promise<FeedReport> => applyFeedLines(w.ctx, systemActor(), { source, batchNumber, lines })

/** The lines, numbered from 1; a line that bears no key of its own gets one. */
export const numbered = (lines: readonly object[]) =>
  lines.map((line, at) => ({ number: at + 1, sourceKey: `K${at + 1}`, ...line }))

export const documentOf = ({ facts }: Pick<GivenPerson, 'facts'>) => ({
  kind: facts.kind,
  number: facts.number,
})

/** Somebody whose card no window has read. */
export const stranger = () => ({ facts: syntheticFacts() })

export const registrationOf = (person: Pick<GivenPerson, 'facts'>, changes: object = {}) => ({
  document: documentOf(person),
  payload: {
    type: { text: '一级注册建造师', code: 'JZS1' },
    specialty: '建筑工程',
    unit: '测试建设集团有限公司',
    unitCode: syntheticCreditCode(),
    status: { text: '正常', code: 'valid' },
    registered: '2021-05-01',
    validTo: '2027-05-01',
    ...changes,
  },
})

export const contractOf = (person: Pick<GivenPerson, 'facts'>, changes: object = {}) => ({
  document: documentOf(person),
  payload: {
    project: '测试大厦新建工程',
    from: '2022-03-01',
    role: { text: '施工-项目经理', code: 'CON-PM' },
    unit: '测试建设集团有限公司',
    projectProvince: { text: '上海市', code: '310000' },
    ...changes,
  },
})

export const creditOf = (person: Pick<GivenPerson, 'facts'>, changes: object = {}) => ({
  document: documentOf(person),
  payload: {
    kind: { text: '不良信息', code: 'bad' },
    matter: '测试事项',
    authority: '测试管理部门',
    decided: '2026-03-01',
    ...changes,
  },
})

export const monthOf = (person: Pick<GivenPerson, 'facts'>, month: string, changes: object = {}) => ({
  document: documentOf(person),
  month,
  unit: '测试建设集团有限公司',
  sourceKey: `S-${month}`,
  ...changes,
})

export const enterpriseOf = (creditCode = syntheticCreditCode(), changes: object = {}) => ({
  type: 'enterprise',
  creditCode,
  name: '测试建设集团有限公司',
  ...changes,
})

export const employmentOf = (person: Pick<GivenPerson, 'facts'>, changes: object = {}) => ({
  type: 'employment',
  document: documentOf(person),
  creditCode: syntheticCreditCode(),
  duty: '技术负责人',
  supports: '建筑工程施工总承包一级',
  from: '2024-03-01',
  sourceKey: 'E1',
  ...changes,
})
