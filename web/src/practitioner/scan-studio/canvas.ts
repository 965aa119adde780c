export type AnyCanvas = OffscreenCanvas | HTMLCanvasElement

const hasOffscreen = typeof OffscreenCanvas !== 'undefined'

export function canvasOf(width: number, height: number): AnyCanvas {
  if (hasOffscreen) return new OffscreenCanvas(width, height)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  return canvas
}

export type AnyContext = OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D

export function contextOf(canvas: AnyCanvas): AnyContext {
  const context = canvas.getContext('2d', { willReadFrequently: true }) as AnyContext | null
  if (!context) throw new Error('no canvas is left')
  context.imageSmoothingEnabled = true
  context.imageSmoothingQuality = 'high'
  return context
}

/** Draws a picture at another size, on white where it is transparent. */
export function resized(source: CanvasImageSource, width: number, height: number): AnyCanvas {
  const canvas = canvasOf(width, height)
  const context = contextOf(canvas)
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(source, 0, 0, width, height)
  return canvas
}

/** Quality from 1 to 100. */
export async function jpegOf(canvas: AnyCanvas, quality: number): Promise<Blob> {
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type: 'image/jpeg', quality: quality / 100 })
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be encoded'))),
      'image/jpeg',
      quality / 100,
    ),
  )
}
