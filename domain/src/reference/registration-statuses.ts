/** 状态 of a registration as the registers tell it (G35); only 正常 counts. The codes are ours. */
export const registrationStatuses = [
  { code: 'valid', name: '正常', rank: 1 },
  { code: 'suspended', name: '暂停', rank: 0 },
  { code: 'lapsed', name: '失效', rank: 0 },
  { code: 'cancelled', name: '注销', rank: 0 },
] as const
