import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mainFlow, preparations, specialNotices } from './guide-notices.ts'

const said = (index: number) => preparations[index]?.zh ?? ''

test('G4 the five groups of documents to have at hand', () => {
  for (const group of ['个人身份证件', '学历学位证书', '技术职称证书', '现场岗位证书', '技能培训证书'])
    assert.ok(said(0).includes(group), group)
})

test('G5 G6 exactly as printed, and the rule for scans', () => {
  assert.ok(said(1).includes('按证书载明的信息准确填报（不可简称哦~）'))
  for (const limit of ['72dpi~100dpi', '比例1:1', 'JPG、JPEG', '不超过300KB'])
    assert.ok(said(2).includes(limit))
})

test('G7 G8 check originals soon and nearby, keep it up to date', () => {
  assert.ok(said(3).includes('及时就近到受理窗口核验证书原件'))
  assert.ok(said(4).includes('动态更新维护') && said(4).includes('晋升应及时更新'))
})

test('G9 the five steps of the main flow', () => {
  assert.deepEqual(
    mainFlow.map(({ title }) => title.zh.slice(0, 8)),
    ['至受理窗口刷身份', '登录系统完成短信', '填报个人信息，上', '日常动态维护（含', '必要时携证件至窗'],
  )
})

test('G29 the box of hints names scans and the signature form', () => {
  assert.ok(specialNotices[1].zh.includes('不超过300KB') && specialNotices[2].zh.includes('签名信息采集表'))
})
