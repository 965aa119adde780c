import { canvasOf } from './canvas.ts'
import { type PixelAnswer, PixelProblem, type PixelRequest } from './pixel-order.ts'
import { pixelWork } from './pixel-work.ts'

// The library asks the document for its canvases, and a worker has none.
Object.assign(globalThis, { document: { createElement: () => canvasOf(1, 1) } })

const work = pixelWork()
const answer = (message: PixelAnswer) => self.postMessage(message)

self.addEventListener('message', ({ data }: MessageEvent<PixelRequest>) => {
  const done = (work[data.act] as (...args: unknown[]) => Promise<never>)(...data.args)
  done.then(
    (value) => answer({ id: data.id, value }),
    (error: unknown) =>
      answer({
        id: data.id,
        problem: error instanceof PixelProblem ? error.code : null,
        message: String(error),
      }),
  )
})
