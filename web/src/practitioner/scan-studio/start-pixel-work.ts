import { type PixelAnswer, PixelProblem, type PixelWork } from './pixel-order.ts'

export interface StartedPixelWork extends PixelWork {
  stop(): void
}

/** The pixel work in a worker of its own, so that the page never stands still; in the page where there is no other way. */
export function startPixelWork(): StartedPixelWork {
  return typeof Worker !== 'undefined' && typeof OffscreenCanvas !== 'undefined' ? inWorker() : inPage()
}

function inWorker(): StartedPixelWork {
  const worker = new Worker(new URL('./pixel-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, { resolve(value: never): void; reject(error: Error): void }>()
  let last = 0
  worker.addEventListener('message', ({ data }: MessageEvent<PixelAnswer>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('value' in data) asked?.resolve(data.value as never)
    else asked?.reject(data.problem ? new PixelProblem(data.problem) : new Error(data.message))
  })
  worker.addEventListener('error', () => {
    for (const asked of waiting.values()) asked.reject(new Error('the pixel worker ended'))
    waiting.clear()
  })
  const ask =
    <Act extends keyof PixelWork>(act: Act) =>
    (...args: Parameters<PixelWork[Act]>) =>
      new Promise<never>((resolve, reject) => {
        last += 1
        waiting.set(last, { resolve, reject })
        worker.postMessage(
          { id: last, act, args },
          args.filter((arg) => arg instanceof ImageBitmap),
        )
      })
  return { open: ask('open'), turn: ask('turn'), make: ask('make'), stop: () => worker.terminate() }
}

function inPage(): StartedPixelWork {
  const loaded = import('./pixel-work.ts').then(({ pixelWork }) => pixelWork())
  return {
    open: async (source) => (await loaded).open(source),
    turn: async (quarters) => (await loaded).turn(quarters),
    make: async (order) => (await loaded).make(order),
    stop: () => {},
  }
}
