import { UnreachableError } from '@zhuji/contract/client.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { Alert, Button } from 'antd'
import { useWords } from '../../app/language.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { MergeNeeded } from './use-record-save.ts'

/** What was typed before a reload, a sign-in or a closing is there again. */
export function RestoredNote({ discard }: { discard: () => void }) {
  const say = useWords()
  return (
    <Alert
      type="info"
      showIcon
      className="problem"
      title={say({ zh: '已恢复上次未保存的内容。', en: 'What you typed before was brought back.' })}
      action={
        <Button size="small" onClick={discard}>
          {say({ zh: '放弃这些内容', en: 'Discard it' })}
        </Button>
      }
    />
  )
}

/** Another tab or device saved the record while this form was open. */
export function MovedOnNote({ takeLatest }: { takeLatest: () => void }) {
  const say = useWords()
  return (
    <Alert
      type="warning"
      showIcon
      className="problem"
      title={say({
        zh: '该信息已在别处修改并保存。您可以继续填写，保存时由您逐项选择保留哪一个。',
        en: 'This record was saved elsewhere meanwhile. Go on typing: on saving you choose what stays, field by field.',
      })}
      action={
        <Button size="small" onClick={takeLatest}>
          {say({ zh: '载入最新内容', en: 'Load the latest' })}
        </Button>
      }
    />
  )
}

interface Outcome {
  error: unknown
  isSaved: boolean
  online: boolean
  /** What the person presses again. */
  button?: Words
}

const save: Words = { zh: '保存', en: 'Save' }

/** What became of 保存: saved, refused, or never left this device. */
export function SaveOutcome({ error, isSaved, online, button = save }: Outcome) {
  const say = useWords()
  const isUnsent = error instanceof UnreachableError
  return (
    <>
      <div role="status">
        {isSaved && (
          <Alert type="success" showIcon role="none" title={say({ zh: '信息已保存', en: 'Saved' })} />
        )}
      </div>
      {(isUnsent || !online) && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          className="problem"
          title={
            online
              ? say({
                  zh: `没有连上服务器，尚未保存。已填写的内容保存在本机，请稍后再按「${button.zh}」。`,
                  en: `The server could not be reached: not saved yet. What you typed is kept on this device; press «${button.en}» again in a while.`,
                })
              : say({
                  zh: `网络已断开，内容已保存在本机。联网后请再按「${button.zh}」。`,
                  en: `You are offline; what you typed is kept on this device. Press «${button.en}» once you are connected again.`,
                })
          }
          description={say({
            zh: '关闭浏览器后内容不再保留；系统不会自动提交。',
            en: 'Closing the browser ends that, and nothing is sent by itself.',
          })}
        />
      )}
      {!isUnsent && !(error instanceof MergeNeeded) && <ProblemAlert error={error} />}
    </>
  )
}
