/**
 * The tables about a person that the file does not repeat, each with its reason; the file says them as well. A test
 * compares tables, export and this list (R12.4).
 */
export const leftOut: Readonly<Record<string, string>> = {
  person_key: '仅为证件号码的密钥散列，用于查找；证件号码本身已在文件中。',
  registration_attempt: '注册过程中的临时内容，15分钟后删除；完成注册后的信息已在文件中。',
  scan_display: '窗口打开扫描件的记录，与“谁查看过我的信息”相同。',
  access_delay_request: '投诉核查的查看依规定可延后公开，到期后列入“谁查看过我的信息”。',
}
