import { ProblemError, UnreachableError } from '@zhuji/contract/client.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { Alert } from 'antd'
import { useWords } from '../app/language.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { bridgeDownWords } from './reader-lamp-words.ts'

/** The bridge's own refusals: they never come from the server. */
const bridgeRefusals: Readonly<Record<string, Words>> = {
  'reader-not-enrolled': {
    zh: '这台读卡器还没有在系统中登记，不能读卡。请联系管理员领取登记码完成登记，或换一台读卡器。',
    en: 'This reader is not enrolled, so it cannot read. Ask the administrator for an enrolment code, or use another reader.',
  },
  'reads-not-saved': {
    zh: '还有证件正在保存，请等它变为「保存成功」后再完成。',
    en: 'A card is just being saved. Wait until it says “Saved”, then finish.',
  },
  'origin-not-allowed': {
    zh: '本机读卡服务没有允许本网站使用。请联系管理员在读卡服务中登记本网站地址。',
    en: 'The reading service of this PC does not let this site use it. Ask the administrator to enter this site’s address there.',
  },
  'host-not-allowed': {
    zh: '读卡服务地址设置有误。请联系管理员检查读卡服务的地址。',
    en: 'The address of the reading service is set wrong. Ask the administrator to check it.',
  },
}

/** A failed call to the bridge on this PC; `server` when the call may have gone to the server before. */
export function BridgeProblem({ error, server = false }: { error: unknown; server?: boolean }) {
  const say = useWords()
  const own = error instanceof ProblemError ? bridgeRefusals[error.problem.code] : undefined
  if (own) return <Alert type="error" showIcon role="alert" className="problem" title={say(own)} />
  if (error instanceof UnreachableError && !server)
    return (
      <Alert
        type="error"
        showIcon
        role="alert"
        className="problem"
        title={say(bridgeDownWords.title)}
        description={say(bridgeDownWords.advice)}
      />
    )
  return <ProblemAlert error={error} />
}
