/** Where a title's specialty stands (R4.3); the codes are ours. */
export const specialtySources = [
  { code: 'certificate', name: '职称证书', rank: 0 },
  { code: 'review-form', name: '职称评审表', rank: 0 },
  { code: 'none', name: '证书未载明（无专业）', rank: 0 },
] as const
