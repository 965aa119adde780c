/** 从业领域 by which the standards count years (R4.4, R8.6); the codes are ours. */
export const experienceFields = [
  { code: 'DES', name: '工程设计', rank: 0 },
  { code: 'SUR', name: '工程勘察', rank: 0 },
  { code: 'CON', name: '工程施工技术管理', rank: 0 },
  { code: 'FIR', name: '消防设施工程施工技术管理', rank: 0 },
  { code: 'ETM', name: '工程技术管理', rank: 0 },
  { code: 'MAN', name: '工程管理', rank: 0 },
  { code: 'SUP', name: '工程监理', rank: 0 },
  { code: 'TST', name: '质量检测', rank: 0 },
  { code: 'BLD', name: '工程建设', rank: 0 },
] as const
