/** 规模 of a project as filed; the codes are ours (R4.5). */
export const projectScales = [
  { code: 'L', name: '大型', rank: 3 },
  { code: 'M', name: '中型', rank: 2 },
  { code: 'S', name: '小型', rank: 1 },
] as const
