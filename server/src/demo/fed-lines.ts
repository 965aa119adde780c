import type { CardFacts } from '@zhuji/domain/card-facts.ts'
import type { FeedSource } from '@zhuji/domain/feed-lines.ts'
import { monthsUpTo } from '@zhuji/domain/social-security.ts'
import { creditCodeCheckCharacter, organisationCheckCharacter } from '@zhuji/domain/unified-credit-code.ts'
import { demoPersons } from './people.ts'

/** Right by both its checks, in a region that no real code has. */
function creditCode(organisation: string): string {
  const first17 = `91999900${organisation}${organisationCheckCharacter(organisation)}`
  return `${first17}${creditCodeCheckCharacter(first17)}`
}

const builder = { creditCode: creditCode('DEM00001'), name: '测试建设集团有限公司' }
const designer = { creditCode: creditCode('DEM00002'), name: '测试设计研究院有限公司' }

const numbered = (lines: readonly object[]) => lines.map((line, at) => ({ number: at + 1, ...line }))

interface FedLines {
  source: FeedSource
  lines: readonly object[]
}

/** What each third-party system says of the registered demo person. */
export function demoFeeds(today: string): readonly FedLines[] {
  const person = demoPersons.find(({ seeded }) => seeded === 'registered')
  if (!person) throw new Error('the demo has nobody registered')
  return feedsOf(person.card, today)
}

/**
 * What each third-party system would say of whoever holds this card, who supports two qualifications (G37). A line's key
 * belongs to one person: another person's lines begin with another prefix.
 */
export function feedsOf(
  card: Pick<CardFacts, 'kind' | 'number'>,
  today: string,
  prefix = 'demo',
): readonly FedLines[] {
  const document = { kind: card.kind, number: card.number }
  const employment = { type: 'employment', document, creditCode: builder.creditCode, from: '2021-03-01' }
  // This month is not reported yet.
  const months = monthsUpTo(today, 4).slice(1)
  return [
    {
      source: 'enterprises',
      lines: numbered([
        { ...builder, type: 'enterprise', sourceKey: `${prefix}-builder`, kind: '施工', district: '310101' },
        {
          ...designer,
          type: 'enterprise',
          sourceKey: `${prefix}-designer`,
          kind: '设计',
          district: '310101',
        },
        {
          ...employment,
          sourceKey: `${prefix}-employment-1`,
          duty: '技术负责人',
          supports: '建筑工程施工总承包一级',
        },
        {
          ...employment,
          sourceKey: `${prefix}-employment-2`,
          duty: '项目负责人',
          supports: '市政公用工程施工总承包二级',
        },
      ]),
    },
    {
      source: 'registrations',
      lines: numbered([
        {
          sourceKey: `${prefix}-registration`,
          document,
          payload: {
            type: { text: '一级注册建造师', code: 'JZS1' },
            specialty: '建筑工程',
            number: '测试0000000002',
            unit: builder.name,
            unitCode: builder.creditCode,
            status: { text: '正常', code: 'valid' },
            registered: '2021-05-01',
            validTo: '2030-04-30',
          },
        },
      ]),
    },
    {
      source: 'social-security',
      lines: numbered(
        months.map((month) => ({
          sourceKey: `${prefix}-${month}`,
          document,
          month,
          unit: builder.name,
          unitCode: builder.creditCode,
        })),
      ),
    },
    {
      source: 'contracts',
      lines: numbered([
        {
          sourceKey: `${prefix}-contract`,
          document,
          payload: {
            project: '测试大厦新建工程',
            indicators: '建筑面积 32000 平方米，地上 18 层',
            from: '2021-06-01',
            to: '2023-09-30',
            role: { text: '施工-项目经理', code: 'CON-PM' },
            unit: builder.name,
            projectProvince: { text: '上海市', code: '310000' },
          },
        },
      ]),
    },
    {
      source: 'credit',
      lines: numbered([
        {
          sourceKey: `${prefix}-credit-good`,
          document,
          payload: {
            kind: { text: '良好信息', code: 'good' },
            matter: '测试工程获评优质工程',
            authority: '测试管理部门',
            document: '测试〔2024〕1号',
            decided: '2024-05-20',
          },
        },
        {
          sourceKey: `${prefix}-credit-bad`,
          document,
          payload: {
            kind: { text: '不良信息', code: 'bad' },
            matter: '测试工地安全检查不合格',
            content: '检查时两处临边防护缺失，已整改。',
            authority: '测试管理部门',
            document: '测试〔2025〕2号',
            decided: '2025-03-11',
            validTo: '2027-03-10',
          },
        },
      ]),
    },
  ]
}
