// Modules without types of their own.

declare module '*/lock.mjs' {
  export function withLock<T>(file: string, work: () => Promise<T>, onWait?: () => void): Promise<T>
}

declare module 'fontverter' {
  const fontverter: { convert(font: Buffer, format: 'sfnt' | 'woff' | 'woff2'): Promise<Buffer> }
  export default fontverter
}
