import type { BridgeStatus, ReaderState } from '@zhuji/contract/bridge.ts'
import { Alert, Button } from 'antd'
import { useWords } from '../app/language.tsx'
import { BridgeProblem } from './bridge-problem.tsx'
import { presenterOfSitting, type useSitting } from './sitting.ts'
import { useKeys } from './use-keys.ts'

/** States out of which the bridge does not come by itself: somebody has to ask it to try again. */
const stuck: readonly ReaderState[] = ['self-test', 'not-authorised', 'no-permission', 'ticket-expired']

interface Props {
  status: BridgeStatus
  sitting: ReturnType<typeof useSitting>
}

const mended = {
  zh: '阅读器处理好后，请重新开始读卡。列表会重新计数，已读的证件已保存，不会丢失。',
  en: 'Once the reader is mended, start reading again. The list begins anew; cards already read are saved.',
}
const renewed = {
  zh: '登录凭证已到期，请重新点击读卡以换取新凭证。列表会重新计数，已读的证件已保存，不会丢失。',
  en: 'The ticket has run out: start reading again with a new one. The list begins anew; cards already read are saved.',
}

/** After the reader was mended, or with a new ticket: the way on, which begins a new list. */
export function StuckReader({ status, sitting: { start } }: Props) {
  const say = useWords()
  const isStuck = stuck.includes(status.reader)
  const again = () => {
    if (!start.isPending) start.mutate(presenterOfSitting())
  }
  useKeys({ F2: again }, isStuck)
  if (!isStuck) return null
  return (
    <>
      <Alert
        type="warning"
        showIcon
        className="problem"
        title={say(status.reader === 'ticket-expired' ? renewed : mended)}
        action={
          <Button onClick={again} loading={start.isPending}>
            {say({ zh: '重新开始读卡', en: 'Start again' })} <kbd>F2</kbd>
          </Button>
        }
      />
      <BridgeProblem error={start.error} server />
    </>
  )
}
