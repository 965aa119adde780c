import type { UseMutationResult } from '@tanstack/react-query'
import type { BridgeStatus } from '@zhuji/contract/bridge.ts'
import { Modal } from 'antd'
import { useWords } from '../app/language.tsx'
import { BridgeProblem } from './bridge-problem.tsx'

interface Props {
  isOpen: boolean
  status: BridgeStatus
  finish: UseMutationResult<{ unsent: number }, Error, void>
  close(): void
  finished(): void
}

/** 完成读卡返回, confirmed once: Enter finishes, Esc goes on reading. The bridge refuses while a read is not yet saved. */
export function FinishReading({ isOpen, status, finish, close, finished }: Props) {
  const say = useWords()
  const { tally, unsent } = status
  return (
    <Modal
      open={isOpen}
      title={say({ zh: '完成读卡返回', en: 'Finish reading' })}
      okText={say({ zh: '完成并返回', en: 'Finish and go back' })}
      cancelText={say({ zh: '继续读卡', en: 'Go on reading' })}
      okButtonProps={{ autoFocus: true, loading: finish.isPending }}
      onOk={() => finish.mutate(undefined, { onSuccess: finished })}
      onCancel={() => {
        finish.reset()
        close()
      }}
      destroyOnHidden
    >
      <p>
        {say({
          zh: `读卡 ${tally.read} 人，成功 ${tally.succeeded} 人，失败 ${tally.failed} 人。全部记录已在本机保存成功。`,
          en: `${tally.read} people read, ${tally.succeeded} succeeded, ${tally.failed} failed. Every read is saved on this PC.`,
        })}
      </p>
      {unsent > 0 && (
        <p>
          <strong>
            {say({
              zh: `还有 ${unsent} 条待上传。读卡服务会自动继续上传，可以返回或关闭页面，请不要关机。`,
              en: `${unsent} are still to be sent. The reading service goes on by itself: you may go back or close the page, but leave the PC on.`,
            })}
          </strong>
        </p>
      )}
      <BridgeProblem error={finish.error} />
    </Modal>
  )
}
