import { ProblemError, UnreachableError } from '@zhuji/contract/client.ts'
import { refusalWords } from '@zhuji/contract/refusal-words.ts'
import type { RefusalFacts } from '@zhuji/contract/refusals/table.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { Alert, Button } from 'antd'
import { useWords } from '../app/language.tsx'

const unreachable: Words = {
  zh: '暂时连接不上服务器，您填写的内容仍在本页。请检查网络后重试。',
  en: 'The server cannot be reached just now; what you typed is still on this page. Check the network and try again.',
}

/** What happened, why, and the next step, for any failed call. */
export function wordsOf(error: unknown): Words {
  if (error instanceof ProblemError) {
    const { code, details } = error.problem
    return refusalWords(code, isFacts(details) ? details : {})
  }
  return error instanceof UnreachableError ? unreachable : refusalWords('internal-error')
}

const isFacts = (details: unknown): details is RefusalFacts => typeof details === 'object' && details !== null

interface Props {
  /** Nothing is shown for null or undefined. */
  error: unknown
  /** Says «重试» and does it, where trying again makes sense. */
  again?: () => void
}

/** The one way a failed call is shown: words, the number to tell a window, and a way to go on. */
export function ProblemAlert({ error, again }: Props) {
  const say = useWords()
  if (error === null || error === undefined) return null
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="problem"
      title={say(wordsOf(error))}
      description={
        error instanceof ProblemError && (
          <small>
            <RetryAt details={error.problem.details} />
            {say({ zh: '请求编号', en: 'Request number' })} {error.problem.requestId}
          </small>
        )
      }
      action={again && <Button onClick={again}>{say({ zh: '重试', en: 'Try again' })}</Button>}
    />
  )
}

const retryAtIn = (details: unknown): string | null =>
  isFacts(details) && typeof details.retryAt === 'string' && details.retryAt !== '' ? details.retryAt : null

/** From when a refused call may be tried again, where the server said so. */
export const retryAtOf = (error: unknown): string | null =>
  error instanceof ProblemError ? retryAtIn(error.problem.details) : null

/** From when it may be tried again, where the server said so. */
function RetryAt({ details }: { details: unknown }) {
  const say = useWords()
  const at = retryAtIn(details)
  if (!at) return null
  const time = new Date(at).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai' })
  return <>{say({ zh: `${time} 之后可以重试。`, en: `Try again after ${time}. ` })}</>
}
