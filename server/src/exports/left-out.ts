/**
 * The tables about a person that the file does not repeat, each with its reason; the file says them as well. A test
 * compares tables, export and this list (R12.4).
 */
export const leftOut: Readonly<Record<string, { what: string; why: string }>> = {
  person_key: {
    what: '证件号码索引',
    why: '仅为证件号码的密钥散列，用于查找；证件号码本身已在文件中。',
  },
  registration_attempt: {
    what: '注册过程',
    why: '注册过程中的临时内容，15分钟后失效并删除；完成注册后的信息已在文件中。',
  },
  scan_display: { what: '窗口显示扫描件', why: '与“谁查看过我的信息”中的记录相同。' },
  ready_profile: { what: '概览页面的现成副本', why: '由文件中的信息生成，内容相同。' },
  access_delay_request: {
    what: '延后公开的申请',
    why: '为核查投诉而作的查看依规定可延后公开，到期后列入“谁查看过我的信息”。',
  },
}
