import type { FullNameList } from '@zhuji/domain/record-declaration.ts'
import { addNames } from '../full-names/add-names.ts'
import { completeImport } from '../full-names/complete-import.ts'
import { listImports } from '../full-names/list-imports.ts'
import { startImport } from '../full-names/start-import.ts'
import { systemActor } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'

interface DemoList {
  id: string
  list: FullNameList
  names: readonly string[]
}

// Made up, each of them: real lists are an administrator's to import.
const demoLists: readonly DemoList[] = [
  {
    id: '01900000-0000-7000-8000-00000000f001',
    list: 'schools',
    names: [
      '测试工业大学',
      '测试建筑大学',
      '测试交通大学',
      '测试理工大学（虚构校区）',
      '虚构城市建设学院',
      '虚构市建筑工程学校',
      '样例职业技术学院',
      '样例开放大学',
    ],
  },
  {
    id: '01900000-0000-7000-8000-00000000f002',
    list: 'specialties',
    names: ['测试土木工程', '测试结构工程', '测试工程造价', '虚构给水排水工程', '样例建筑环境与设备工程'],
  },
  {
    id: '01900000-0000-7000-8000-00000000f003',
    list: 'units',
    names: [
      '测试建设集团有限公司',
      '测试建设集团有限公司第一分公司',
      '虚构市建筑设计研究院有限公司',
      '样例工程监理有限公司',
      '虚构市建设工程培训中心',
    ],
  },
  {
    id: '01900000-0000-7000-8000-00000000f004',
    list: 'issuers',
    names: ['虚构市人力资源和社会保障局', '虚构市住房和城乡建设管理委员会', '样例建设教育协会'],
  },
  {
    id: '01900000-0000-7000-8000-00000000f005',
    list: 'committees',
    names: ['虚构市工程系列建设专业高级职称评审委员会', '样例建设集团工程系列中级职称评审委员会'],
  },
]

/** Imports the demo's lists that are not there yet; one that a visitor withdrew stays withdrawn. */
export async function seedFullNames(ctx: Context): Promise<void> {
  const settled = new Set(
    (await listImports(ctx)).filter(({ status }) => status !== 'open').map(({ id }) => id),
  )
  for (const { id, list, names } of demoLists.filter((one) => !settled.has(one.id))) {
    const actor = systemActor()
    await startImport(ctx, actor, { id, list, source: '演示数据（虚构）', edition: '演示版' })
    await addNames(ctx, actor, id, names)
    await completeImport(ctx, actor, id, names.length)
  }
}
