import { expect, type Page } from '@playwright/test'
import { demoOutbox } from '@zhuji/contract/demo.ts'
import type { Browserless } from './browserless.ts'

/**
 * Asks for a fresh code and takes it from the demo's outbox. Within the minute after another code was sent the button
 * rests; it is pressed when it wakes.
 */
export async function freshCode(page: Page, outbox: Browserless, mobile: string): Promise<string> {
  const newest = async () => {
    const { messages } = await outbox.call(demoOutbox, {})
    return messages.find((message) => message.mobile === mobile && message.text.includes('10分钟'))?.text
  }
  const before = await newest()
  await expect(async () => {
    await page.getByRole('button', { name: /^获取验证码/ }).click({ timeout: 2000 })
    await expect.poll(newest, { timeout: 5000 }).not.toBe(before)
  }).toPass({ timeout: 100_000 })
  return (await newest())?.match(/\b(\d{6})\b/)?.[1] ?? ''
}
