/** D self-entered, C original verified, B passed a qualification review, A supplied by a third-party system (R6.1). */
export const dataLevels = ['A', 'B', 'C', 'D'] as const
export type DataLevel = (typeof dataLevels)[number]

export const levelMoves = ['verify', 'cancel-verification', 'freeze'] as const
export type LevelMove = (typeof levelMoves)[number]

/** Certificates have an original to verify; declarations freeze from D (R6.2); what feeds alone supply never moves. */
export const evidences = ['original', 'declaration', 'supplied'] as const
export type Evidence = (typeof evidences)[number]

interface MoveRow {
  from: DataLevel
  move: LevelMove
  to: DataLevel
  evidence: Evidence
}

/** The only moves between levels (R6.2). The database's `level_move` table is compared with this one by a test. */
export const moveTable: readonly MoveRow[] = [
  { from: 'D', move: 'verify', to: 'C', evidence: 'original' },
  { from: 'C', move: 'cancel-verification', to: 'D', evidence: 'original' },
  { from: 'C', move: 'freeze', to: 'B', evidence: 'original' },
  { from: 'D', move: 'freeze', to: 'B', evidence: 'declaration' },
]

/** Where a move leads from a level, or null when there is no such move (R6.2). */
export function levelAfter(from: DataLevel, move: LevelMove, evidence: Evidence): DataLevel | null {
  const row = moveTable.find((one) => one.from === from && one.move === move && one.evidence === evidence)
  return row?.to ?? null
}

/** The guide's words for each level (G67–G70), in both languages, for badge, hover and legend. */
export const levelWords = {
  A: {
    zh: '数据来自于第三方系统，个人无法进行修改',
    en: 'Supplied by a third-party system; the person cannot change it',
  },
  B: {
    zh: '数据经过资质审批，个人无法进行修改',
    en: 'Passed a qualification review; the person cannot change it',
  },
  C: {
    zh: '数据经过原件核对，个人无法修改',
    en: 'Checked against the original; the person cannot change it',
  },
  D: { zh: '个人填报数据，可修改', en: 'Entered by the person; may be changed' },
} as const satisfies Record<DataLevel, { zh: string; en: string }>
