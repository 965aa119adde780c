import type { BridgeRead } from '@zhuji/contract/bridge.ts'
import { Alert } from 'antd'
import { useWords } from '../app/language.tsx'
import { hasSecondPerson } from './reading-news.ts'

/** Several people in a sitting of 本人: said to the clerk, who may go on (R2.9). */
export function SecondPerson({ reads }: { reads: readonly BridgeRead[] }) {
  const say = useWords()
  if (!hasSecondPerson(reads)) return null
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      title={say({
        zh: '已读到另一人：如为企业批量，请结束后选择“企业批量”重新读卡',
        en: 'Another person’s card was read: if this is an enterprise’s batch, finish, choose “An enterprise’s batch” and read the cards again',
      })}
    />
  )
}
