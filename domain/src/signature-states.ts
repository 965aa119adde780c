import { type Decision, grant, refuse } from './decision.ts'

/**
 * Where a person's signature stands: nothing uploaded; uploaded and waiting for the person's word; filed as the
 * reference. A later upload leaves `filed` as it is until it is confirmed itself (R10.3).
 */
export const signatureStates = ['none', 'to-confirm', 'filed'] as const
export type SignatureState = (typeof signatureStates)[number]

/** What became of one upload: only the newest waits; what was never confirmed is replaced, what was is superseded. */
export const uploadStates = ['to-confirm', 'filed', 'superseded', 'replaced'] as const
export type UploadState = (typeof uploadStates)[number]

interface Upload {
  number: number
  filedAt: string | null
}

/** The state of one upload among all of the person's (R10.3). */
export function uploadState(upload: Upload, all: readonly Upload[]): UploadState {
  const isNewest = all.every(({ number }) => number <= upload.number)
  if (upload.filedAt === null) return isNewest ? 'to-confirm' : 'replaced'
  const isFollowed = all.some(({ number, filedAt }) => filedAt !== null && number > upload.number)
  return isFollowed ? 'superseded' : 'filed'
}

export type FilingRefusal = { code: 'signature-filed' } | { code: 'signature-replaced' }

/**
 * May the person confirm this upload as their filed signature (R10.2, R10.3)? Only the newest one, and once. Refuses
 * `signature-filed` or `signature-replaced`.
 */
export function decideFiling(upload: Upload, all: readonly Upload[]): Decision<true, FilingRefusal> {
  if (upload.filedAt !== null) return refuse({ code: 'signature-filed' })
  return uploadState(upload, all) === 'to-confirm' ? grant(true) : refuse({ code: 'signature-replaced' })
}
