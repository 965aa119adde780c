import { queryOptions } from '@tanstack/react-query'
import { readBasicInformation } from '@zhuji/contract/basic-information.ts'
import { call } from '../../app/call.ts'

export const basicQuery = (personId: string) =>
  queryOptions({
    queryKey: ['basic', personId],
    queryFn: () => call(readBasicInformation, { params: { personId } }),
  })
