import { cardBlock } from '@zhuji/domain/fixtures/card-blocks.ts'

const DISCRIMINATOR = 248
const NUMBER = [122, 158] as const

/** A block of a layout nobody knows, where no number stands at the place of residents' cards. */
export function numberless(name: string): Uint8Array {
  const block = Buffer.from(cardBlock('citizen'))
  block.write('Z', DISCRIMINATOR, 'utf16le')
  block.fill(Buffer.from(' ', 'utf16le'), ...NUMBER)
  block.write(name, 0, 'utf16le')
  return new Uint8Array(block)
}
