import { expect, type Page } from '@playwright/test'
import { lists } from '@zhuji/domain/lists.ts'
import type { Field, FieldValue, RecordPayload } from '@zhuji/domain/record-declaration.ts'
import { kindOf, type RecordKind } from '@zhuji/domain/record-kinds.ts'

/** Longer lists open with a field to search in (see the form's list field). */
const shortList = 8

/** Types a payload into the open form of its kind, field by field in the order of the declaration. */
export async function fillForm(page: Page, kind: RecordKind, payload: RecordPayload): Promise<void> {
  for (const [name, field] of Object.entries(kindOf(kind).fields))
    await fillField(page, field, payload[name] ?? null)
}

async function fillField(page: Page, field: Field, value: FieldValue): Promise<void> {
  if (value === null || value === false) return
  if (value === true) return page.getByRole('checkbox', { name: field.label.zh }).check()
  const input = page.getByLabel(field.label.zh, { exact: true })
  if (field.type === 'list' && typeof value === 'object') {
    await (lists[field.list].length > shortList ? input.fill(value.text) : input.click())
    return openList(page).getByTitle(value.text, { exact: true }).click()
  }
  await input.fill(String(value))
  await page.keyboard.press('Tab')
}

/** Of the lists that a form has opened, the one on the screen. */
const openList = (page: Page) => page.locator('.ant-select-dropdown:visible')

/** Opens the form of a kind, fills it, declares and saves. */
export async function enterRecord(
  page: Page,
  { kind, payload }: { kind: RecordKind; payload: RecordPayload },
): Promise<void> {
  const { section, add } = kindOf(kind)
  await page.goto(`/me/${section}`)
  await page.getByRole('link', { name: add.zh }).click()
  await fillForm(page, kind, payload)
  await page.getByRole('checkbox', { name: /我确认以上信息/ }).check()
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('信息已保存').first()).toBeVisible()
}
