/** Why a file could not be read as a list. */
export type FileFault = 'kind' | 'too-large' | 'not-utf-8' | 'not-a-spreadsheet' | 'empty'

export class FileFaultError extends Error {
  readonly fault: FileFault
  constructor(fault: FileFault, options?: ErrorOptions) {
    super(fault, options)
    this.name = 'FileFaultError'
    this.fault = fault
  }
}

/** Rows of cells, as they stand in the file. */
export type Rows = readonly (readonly string[])[]

const mostBytes = 20 * 1024 * 1024

/** The rows of an .xlsx (its first sheet), .csv or .txt file in UTF-8. Throws FileFaultError with the reason. */
export async function readNameFile(file: File): Promise<Rows> {
  if (file.size > mostBytes) throw new FileFaultError('too-large')
  const ending = /\.(\w+)$/.exec(file.name)?.[1]?.toLowerCase()
  if (ending !== 'xlsx' && ending !== 'csv' && ending !== 'txt') throw new FileFaultError('kind')
  const rows = ending === 'xlsx' ? await rowsOfSheet(file) : rowsOfText(await textOf(file), ending === 'csv')
  if (!rows.some((row) => row.some((cell) => cell.trim() !== ''))) throw new FileFaultError('empty')
  return rows
}

async function rowsOfSheet(file: File): Promise<Rows> {
  // Only needed here, and large.
  const { readSheet } = await import('read-excel-file/browser')
  try {
    const sheet = await readSheet(file)
    return sheet.map((row) => row.map((cell) => (cell === null ? '' : String(cell))))
  } catch (cause) {
    throw new FileFaultError('not-a-spreadsheet', { cause })
  }
}

async function textOf(file: File): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
  } catch (cause) {
    throw new FileFaultError('not-utf-8', { cause })
  }
}

/** The lines of a text; of a CSV each with its cells, quoted ones opened. */
export function rowsOfText(text: string, isCsv: boolean): Rows {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/)
  return lines.map((line) => (isCsv ? cellsOf(line) : [line]))
}

const cell = /,(?:"((?:[^"]|"")*)"|([^,]*))/g

const cellsOf = (line: string): string[] =>
  [...`,${line}`.matchAll(cell)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '')

const heading = /^(?:序号|编号|全称|名称|.*(?:名称|全称)|name)$/i

/** Does the row name columns rather than hold a name? */
export const looksLikeHeading = (row: readonly string[] | undefined): boolean =>
  row?.some((text) => heading.test(text.trim())) ?? false

/** The column that most likely holds the names: the one headed so, else the one with the longest texts. */
export function likelyColumn(rows: Rows): number {
  const headed = rows[0]?.findIndex((text) => /名称|全称|name/i.test(text)) ?? -1
  if (headed >= 0) return headed
  const columns = Math.max(0, ...rows.slice(0, 50).map((row) => row.length))
  const signs = Array.from({ length: columns }, (_, at) =>
    rows.slice(0, 50).reduce((sum, row) => sum + (row[at]?.length ?? 0), 0),
  )
  return Math.max(0, signs.indexOf(Math.max(...signs)))
}
