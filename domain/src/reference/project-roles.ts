/** The thirteen roles of the guide, in its order (R4.5, G59). */
export const projectRoles = [
  { code: 'CON-PM', name: '施工-项目经理', rank: 0 },
  { code: 'CON-TL', name: '施工-项目技术负责人', rank: 0 },
  { code: 'CON-MG', name: '施工-施工管理人员', rank: 0 },
  { code: 'SUP-CH', name: '监理-总监', rank: 0 },
  { code: 'SUR-PL', name: '勘察-项目负责人', rank: 0 },
  { code: 'SUR-SL', name: '勘察-专业负责人', rank: 0 },
  { code: 'SUR-MB', name: '勘察-主要参与人员', rank: 0 },
  { code: 'DES-PL', name: '设计-项目负责人', rank: 0 },
  { code: 'DES-SL', name: '设计-专业负责人', rank: 0 },
  { code: 'DES-MB', name: '设计-主要设计人员', rank: 0 },
  { code: 'BID-PL', name: '招标-项目负责人', rank: 0 },
  { code: 'CST-PL', name: '造价-项目负责人', rank: 0 },
  { code: 'TST-PL', name: '检测-项目负责人', rank: 0 },
] as const
