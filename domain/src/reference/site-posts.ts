/** 现场管理岗位 of JGJ/T 250-2011 and of the standards of 2014; `specialties` are the usual ones of a post. */
export const sitePosts = [
  { code: 'SGY', name: '施工员', rank: 0, specialties: ['土建', '装饰装修', '设备安装', '市政工程'] },
  { code: 'ZLY', name: '质量员', rank: 0, specialties: ['土建', '装饰装修', '设备安装', '市政工程'] },
  { code: 'AQY', name: '安全员', rank: 0, specialties: [] },
  { code: 'BZY', name: '标准员', rank: 0, specialties: ['土建', '装饰装修', '设备安装', '市政工程'] },
  { code: 'CLY', name: '材料员', rank: 0, specialties: [] },
  { code: 'JXY', name: '机械员', rank: 0, specialties: [] },
  { code: 'LWY', name: '劳务员', rank: 0, specialties: [] },
  { code: 'ZIL', name: '资料员', rank: 0, specialties: [] },
  { code: 'ZJY', name: '造价员', rank: 0, specialties: [] },
  { code: 'CEL', name: '测量员', rank: 0, specialties: [] },
  { code: 'SYY', name: '试验员', rank: 0, specialties: [] },
] as const
