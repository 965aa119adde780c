/** Skill levels of 人社部发〔2022〕14号: `rank` rises with the skill, the printed class number falls; 0 satisfies no «at least». */
export const skillLevels = [
  { code: '8', name: '学徒工', rank: 0 },
  { code: '5', name: '五级/初级工', rank: 1 },
  { code: '4', name: '四级/中级工', rank: 2 },
  { code: '3', name: '三级/高级工', rank: 3 },
  { code: '2', name: '二级/技师', rank: 4 },
  { code: '1', name: '一级/高级技师', rank: 5 },
  { code: 'T', name: '特级技师', rank: 6 },
  { code: 'S', name: '首席技师', rank: 7 },
  { code: 'Q', name: '培训合格(不分级)', rank: 0 },
] as const
