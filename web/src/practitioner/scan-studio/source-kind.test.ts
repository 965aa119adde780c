import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sourceKind } from './source-kind.ts'

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const files: [what: string, head: string, kind: string][] = [
  ['JPEG', '\xff\xd8\xff\xe1', 'jpeg'],
  ['PNG, whatever it is called', '\x89PNG\r\n\x1a\n\0\0', 'png'],
  ['WebP', 'RIFF\x10\0\0\0WEBPVP8 ', 'webp'],
  ['a sound in RIFF', 'RIFF\x10\0\0\0WAVEfmt ', 'other'],
  ['an iPhone’s HEIC', '\0\0\0\x24ftypheic\0\0\0\0', 'heic'],
  ['HEIF of the common brand', '\0\0\0\x18ftypmif1\0\0\0\0', 'heic'],
  ['a film', '\0\0\0\x18ftypmp42\0\0\0\0', 'other'],
  ['PDF', '%PDF-1.7\n', 'pdf'],
  ['PDF after a few bytes', '\xef\xbb\xbf\n%PDF-1.4', 'pdf'],
  ['nothing', '', 'other'],
  ['a letter', 'PK\x03\x04word', 'other'],
]
for (const [what, head, kind] of files)
  test(`R5.3 R5.4 told by its bytes: ${what} is ${kind}`, () => assert.equal(sourceKind(bytes(head)), kind))
