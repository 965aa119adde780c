import type { Point } from './signature-form.ts'

/** A point of the sheet (mm) and where it lies in the picture (pixels). */
export interface Pair {
  sheet: Point
  picture: Point
}

/** Eight numbers that map the plane of the sheet to the plane of the picture. */
export type Mapping = readonly number[]

/** Where a point of the sheet lies in the picture. */
export function mapped(mapping: Mapping, { x, y }: Point): Point {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = mapping
  const scale = g * x + h * y + 1
  return { x: (a * x + b * y + c) / scale, y: (d * x + e * y + f) / scale }
}

/**
 * The projective mapping that fits the pairs best, by least squares; null for fewer than four pairs, and for pairs
 * that determine none, as when they lie on one line.
 */
export function mappingOf(pairs: readonly Pair[]): Mapping | null {
  if (pairs.length < 4) return null
  const normal = Array.from({ length: 8 }, () => new Float64Array(9))
  for (const { sheet, picture } of pairs) {
    // Centimetres keep the columns of like size.
    const [x, y] = [sheet.x / 10, sheet.y / 10]
    addEquation(normal, [x, y, 1, 0, 0, 0, -picture.x * x, -picture.x * y], picture.x)
    addEquation(normal, [0, 0, 0, x, y, 1, -picture.y * x, -picture.y * y], picture.y)
  }
  const solution = solved(normal)
  return solution?.map((value, at) => (at === 2 || at === 5 ? value : value / 10)) ?? null
}

function addEquation(normal: readonly Float64Array[], row: readonly number[], right: number): void {
  for (const [at, sum] of normal.entries()) {
    const factor = row[at] ?? 0
    for (let column = 0; column < 8; column++) sum[column] = (sum[column] ?? 0) + factor * (row[column] ?? 0)
    sum[8] = (sum[8] ?? 0) + factor * right
  }
}

/** Gauss with pivots; null where the equations determine no solution. */
function solved(rows: Float64Array[]): number[] | null {
  for (let column = 0; column < 8; column++) {
    const pivot = pivotRow(rows, column)
    const value = rows[pivot]?.[column] ?? 0
    if (Math.abs(value) < 1e-9) return null
    swap(rows, column, pivot)
    for (const [at, row] of rows.entries()) if (at !== column) subtract(row, rows[column], column)
  }
  return rows.map((row, at) => (row[8] ?? 0) / (row[at] ?? 1))
}

function pivotRow(rows: readonly Float64Array[], column: number): number {
  let best = column
  for (let at = column + 1; at < rows.length; at++)
    if (Math.abs(rows[at]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = at
  return best
}

function swap(rows: Float64Array[], one: number, other: number): void {
  const [first, second] = [rows[one], rows[other]]
  if (first && second) [rows[one], rows[other]] = [second, first]
}

function subtract(row: Float64Array, pivot: Float64Array | undefined, column: number): void {
  if (!pivot) return
  const factor = (row[column] ?? 0) / (pivot[column] ?? 1)
  for (let at = column; at < 9; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0)
}

/** How far, in millimetres of the sheet, the worst pair lies from where the mapping puts it. */
export function worstMiss(mapping: Mapping, pairs: readonly Pair[]): number {
  return Math.max(
    ...pairs.map(({ sheet, picture }) => {
      const at = mapped(mapping, sheet)
      const besides = mapped(mapping, { x: sheet.x + 1, y: sheet.y })
      const pixelsPerMm = Math.hypot(besides.x - at.x, besides.y - at.y)
      return Math.hypot(at.x - picture.x, at.y - picture.y) / pixelsPerMm
    }),
  )
}
