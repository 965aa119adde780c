import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const folder = join(import.meta.dirname, '../.cache/screens')
const widths = [360, 1440] as const

/** Looks at a page at a phone's and a desk's width: keeps both pictures, nothing runs out of it, axe finds no fault. */
export async function look(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const before = page.viewportSize()
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 360 ? 780 : 900 })
    await picture(page, `${name}-${width}`)
  }
  if (before) await page.setViewportSize(before)
  await judge(page, name)
}

/** Looks at a page as wide as it is, whatever it shows yet. */
export async function lookAsItIs(page: Page, name: string): Promise<void> {
  await picture(page, name)
  await judge(page, name)
}

async function picture(page: Page, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect.soft(over, `${name} runs ${over} px out of the page`).toBeLessThanOrEqual(0)
}

async function judge(page: Page, name: string): Promise<void> {
  const landmarks = { mains: page.getByRole('main'), banners: page.getByRole('banner') }
  for (const [what, found] of Object.entries(landmarks))
    expect.soft(await found.count(), `${name}: ${what}`).toBeLessThanOrEqual(1)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect
    .soft(
      violations.map(
        ({ id, nodes }) => `${name}: ${id} at ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
      ),
    )
    .toEqual([])
}
