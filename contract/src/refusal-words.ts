import type { Words } from '@zhuji/domain/words.ts'
import { accountsRefusals } from './refusals/accounts.ts'
import { cardReadsRefusals } from './refusals/card-reads.ts'
import { commonRefusals } from './refusals/common.ts'
import { freshCodesRefusals } from './refusals/fresh-codes.ts'
import { phoneChangesRefusals } from './refusals/phone-changes.ts'
import { recordsRefusals } from './refusals/records.ts'
import { scansRefusals } from './refusals/scans.ts'
import { staffRefusals } from './refusals/staff.ts'
import type { RefusalFacts, RefusalTable } from './refusals/table.ts'

/** Every refusal of the server has its words here; a test compares the codes. */
export const refusalTable: RefusalTable = {
  ...commonRefusals,
  ...accountsRefusals,
  ...cardReadsRefusals,
  ...freshCodesRefusals,
  ...phoneChangesRefusals,
  ...recordsRefusals,
  ...scansRefusals,
  ...staffRefusals,
}

/** The words of a problem's code with its facts; an unknown code gets the words of an internal error. */
export function refusalWords(code: string, facts: RefusalFacts = {}): Words {
  const entry = refusalTable[code] ?? commonRefusals['internal-error']
  return typeof entry === 'function' ? entry(facts) : entry
}
