import { useBlocker } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useWords } from '../../app/language.tsx'

interface Props {
  isTouched: () => boolean
  discard: () => void
}

/** Whoever leaves a form with unsaved content is asked; an ended session goes to the sign-in page and comes back. */
export function LeaveQuestion({ isTouched, discard }: Props) {
  const say = useWords()
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ next }) => next.pathname !== '/sign-in' && isTouched(),
    enableBeforeUnload: false,
    withResolver: true,
  })
  if (status !== 'blocked') return null
  return (
    <Modal
      open
      title={say({ zh: '还有未保存的内容', en: 'There is unsaved content' })}
      onCancel={reset}
      footer={[
        <Button
          key="discard"
          danger
          onClick={() => {
            discard()
            proceed()
          }}
        >
          {say({ zh: '放弃修改', en: 'Discard it' })}
        </Button>,
        <Button key="leave" onClick={proceed}>
          {say({ zh: '先关闭，下次继续', en: 'Close, go on later' })}
        </Button>,
        <Button key="stay" type="primary" autoFocus onClick={reset}>
          {say({ zh: '继续填写', en: 'Go on typing' })}
        </Button>,
      ]}
    >
      {say({
        zh: '先关闭的，已填写的内容暂存在本机的这个浏览器页面中，下次打开时恢复；安全退出或关闭浏览器后不再保留。',
        en: 'If you close it, what you typed waits in this tab of your browser and is there again next time; signing out or closing the browser ends that.',
      })}
    </Modal>
  )
}
