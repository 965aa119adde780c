import type { NewRecord } from '../records/add-record.ts'

const certificate = { president: '测试校长', registrationNumber: null, lost: false, proofUnit: null }

/** What the registered demo person has entered so far: no scans yet, so that trying it begins with one. */
export const demoRecords: readonly NewRecord[] = [
  {
    id: '01900000-0000-7000-8000-000000000001',
    kind: 'education',
    payload: {
      ...certificate,
      school: '测试工业大学',
      duration: '4年制',
      level: { text: '大学本科毕业', code: '21' },
      specialty: '土木工程',
      issued: '2010-06-30',
      from: '2006-09-01',
      to: '2010-06-30',
      number: '100001201005000002',
    },
  },
  {
    id: '01900000-0000-7000-8000-000000000002',
    kind: 'education',
    payload: {
      ...certificate,
      school: '测试建筑大学',
      duration: '3年制',
      level: { text: '硕士研究生毕业', code: '14' },
      specialty: '结构工程',
      issued: '2013-06-30',
      from: '2010-09-01',
      to: '2013-06-30',
      number: '100002201302000002',
    },
  },
]
