import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import {
  printSignatureForm,
  readCutOut,
  readFormScan,
  readSignatures,
  type SignatureView,
} from '@zhuji/contract/signatures.ts'
import { call } from '../../app/call.ts'
import { queryClient } from '../../app/query-client.ts'
import { refreshProfile, usePersonId } from '../profile.ts'

const signaturesQuery = (personId: string) =>
  queryOptions({
    queryKey: ['signatures', personId],
    queryFn: () => call(readSignatures, { params: { personId } }),
  })

/** All of the person's signatures, newest first. */
export const useSignatures = (): SignatureView[] =>
  useSuspenseQuery(signaturesQuery(usePersonId())).data.signatures

/** What the printed form says; asked for once, as a post that changes nothing the second time. */
export const formQuery = (personId: string) =>
  queryOptions({
    queryKey: ['signature-form', personId],
    queryFn: () => call(printSignatureForm, { params: { personId } }),
  })

/** One of the two pictures of an upload; forgotten as soon as nothing shows it. */
export const pictureQuery = (personId: string, signatureId: string, which: 'cut-out' | 'form-scan') =>
  queryOptions({
    queryKey: ['signature-picture', personId, signatureId, which],
    queryFn: () =>
      call(which === 'cut-out' ? readCutOut : readFormScan, { params: { personId, signatureId } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

/** After an upload or a filing: the list and what the profile says of it. */
export async function refreshSignatures(personId: string): Promise<void> {
  await queryClient.invalidateQueries({ queryKey: signaturesQuery(personId).queryKey })
  await refreshProfile(personId)
}
