/** Kinds of entries in a credit record; the codes are ours. */
export const creditKinds = [
  { code: 'good', name: '良好信息', rank: 0 },
  { code: 'bad', name: '不良信息', rank: 0 },
] as const
