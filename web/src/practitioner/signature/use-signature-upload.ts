import { useMutation } from '@tanstack/react-query'
import { uploadSignature } from '@zhuji/contract/signatures.ts'
import { type ScanCheck, scanAccepted, scanChecks, signatureScan } from '@zhuji/domain/scan-rules.ts'
import { useState } from 'react'
import { callTelling } from '../../app/call.ts'
import { usePersonId } from '../profile.ts'
import { refreshSignatures } from './signature-queries.ts'

/** A file that does not keep the rules as it is, and what it answers to each; nothing where it is no JPEG. */
export interface ToMend {
  file: File
  checks: readonly ScanCheck[]
}

/** From a chosen file to an upload: what keeps every rule goes as it is, all else through the studio (R5.2, R5.4). */
export function useSignatureUpload() {
  const personId = usePersonId()
  const [toMend, setToMend] = useState<ToMend | null>(null)
  const [share, setShare] = useState(0)
  const upload = useMutation({
    mutationFn: (body: Uint8Array) => callTelling(setShare)(uploadSignature, { params: { personId }, body }),
    onSuccess: () => refreshSignatures(personId),
    onSettled: () => setShare(0),
  })
  const take = async (file: File) => {
    upload.reset()
    const bytes = new Uint8Array(await file.arrayBuffer())
    const isJpeg = bytes[0] === 0xff && bytes[1] === 0xd8
    const checks = isJpeg ? scanChecks(bytes, signatureScan) : []
    if (scanAccepted(checks)) upload.mutate(bytes)
    else setToMend({ file, checks })
  }
  const mended = async (jpeg: Blob) => {
    setToMend(null)
    upload.mutate(new Uint8Array(await jpeg.arrayBuffer()))
  }
  return { toMend, leave: () => setToMend(null), mended, share, upload, take }
}
