import type { Words } from '@zhuji/domain/words.ts'
import { accessesRefusals } from './refusals/accesses.ts'
import { accountsRefusals } from './refusals/accounts.ts'
import { cardReadsRefusals } from './refusals/card-reads.ts'
import { commonRefusals } from './refusals/common.ts'
import { creditObjectionsRefusals } from './refusals/credit-objections.ts'
import { employmentsRefusals } from './refusals/employments.ts'
import { feedsRefusals } from './refusals/feeds.ts'
import { freshCodesRefusals } from './refusals/fresh-codes.ts'
import { fullNamesRefusals } from './refusals/full-names.ts'
import { noticesRefusals } from './refusals/notices.ts'
import { phoneChangesRefusals } from './refusals/phone-changes.ts'
import { recordsRefusals } from './refusals/records.ts'
import { scansRefusals } from './refusals/scans.ts'
import { signaturesRefusals } from './refusals/signatures.ts'
import { staffRefusals } from './refusals/staff.ts'
import type { RefusalFacts, RefusalTable } from './refusals/table.ts'

/** Every refusal of the server has its words here; a test compares the codes. */
export const refusalTable: RefusalTable = {
  ...commonRefusals,
  ...accessesRefusals,
  ...accountsRefusals,
  ...cardReadsRefusals,
  ...creditObjectionsRefusals,
  ...employmentsRefusals,
  ...feedsRefusals,
  ...freshCodesRefusals,
  ...fullNamesRefusals,
  ...noticesRefusals,
  ...phoneChangesRefusals,
  ...recordsRefusals,
  ...scansRefusals,
  ...signaturesRefusals,
  ...staffRefusals,
}

/** The words of a problem's code with its facts; an unknown code gets the words of an internal error. */
export function refusalWords(code: string, facts: RefusalFacts = {}): Words {
  const entry = refusalTable[code] ?? commonRefusals['internal-error']
  return typeof entry === 'function' ? entry(facts) : entry
}
