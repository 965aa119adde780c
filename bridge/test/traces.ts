/** The texts in every coding and alignment that a careless file could hold them in, also coded twice as in a message. */
export function tracesOf(...texts: string[]): Buffer[] {
  const plain = texts.flatMap((text) => [
    Buffer.from(text, 'utf8'),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
  ])
  const hex = plain.flatMap((bytes) => [bytes.toString('hex'), bytes.toString('hex').toUpperCase()])
  const once = plain.flatMap(inBase64)
  const twice = once.flatMap((text) => inBase64(Buffer.from(text)))
  return [...plain, ...[...hex, ...once, ...twice].map((text) => Buffer.from(text))]
}

/** What stays the same of these bytes in base64 wherever they begin; pieces too short to mean anything left out. */
function inBase64(bytes: Buffer): string[] {
  return [0, 1, 2]
    .map((shift) => {
      const text = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
      return text.slice(shift === 0 ? 0 : 4, 4 * Math.floor((shift + bytes.length) / 3))
    })
    .flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')])
    .filter((text) => text.length >= 8)
}
