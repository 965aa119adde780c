import { createClient, ProblemError, UnreachableError } from '@zhuji/contract/client.ts'
import { exportFileName, exportInformation } from '@zhuji/contract/exports.ts'

/** The answer began and did not end. */
export class BrokenOffError extends Error {}

/** Fetches the whole file, telling how many bytes have come: nobody knows beforehand how many there will be. */
export async function fetchExport(
  personId: string,
  code: string,
  tell: (bytes: number) => void,
): Promise<Blob> {
  const call = createClient('', async (url, init) => {
    const response = await fetch(url, init)
    if (!response.ok || !response.body) return response
    let bytes = 0
    const counting = new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength
        tell(bytes)
        controller.enqueue(chunk)
      },
    })
    return new Response(response.body.pipeThrough(counting), response)
  })
  try {
    return await call(exportInformation, { params: { personId }, body: { code } })
  } catch (error) {
    if (error instanceof ProblemError || error instanceof UnreachableError) throw error
    throw new BrokenOffError('the download broke off', { cause: error })
  }
}

/** Hands the file to the browser’s own downloads. */
export function saveFile(file: Blob): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = exportFileName
  link.click()
  // The browser has taken hold of it by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
