import type { BridgeStatus } from '@zhuji/contract/bridge.ts'
import { Button, Checkbox, Tooltip } from 'antd'
import { useCallback, useState } from 'react'
import { useWords } from '../app/language.tsx'
import { BridgeProblem } from './bridge-problem.tsx'
import { CardPanel } from './card-panel.tsx'
import { FinishReading } from './finish-reading.tsx'
import { KeyHelp } from './key-help.tsx'
import { presenterWords } from './read-words.ts'
import { ReadingList } from './reading-list.tsx'
import { SecondPerson } from './second-person.tsx'
import type { useSitting } from './sitting.ts'
import { StuckReader } from './stuck-reader.tsx'
import { useKeys } from './use-keys.ts'

interface Props {
  status: BridgeStatus
  /** The bridge answers just now. */
  isLive: boolean
  sitting: ReturnType<typeof useSitting>
  back(): void
}

/** A sitting in progress: tally and list at the left, the last card at the right, as the guide's page has them. */
export function SittingDesk({ status, isLive, sitting, back }: Props) {
  const say = useWords()
  const [finishing, setFinishing] = useState(false)
  const [wantsFailed, setWantsFailed] = useState(false)
  const { shown, show } = useShownRead(status)
  const failed = status.reads.filter(({ state }) => state === 'failed').length
  const mayResend = isLive && failed > 0 && !sitting.resend.isPending
  const resend = () => mayResend && sitting.resend.mutate()
  const finish = () => setFinishing(true)
  const onlyFailed = wantsFailed && failed > 0
  useKeys({ r: resend, f: () => setWantsFailed(!onlyFailed), Enter: finish, Escape: finish })
  const whyNot = failed === 0 ? say({ zh: '没有失败记录', en: 'Nothing has failed' }) : ''
  return (
    <>
      <StuckReader status={status} sitting={sitting} />
      <SecondPerson reads={status.reads} />
      <div className="sitting">
        <section className="sitting-list" aria-labelledby="reading-state">
          <h2 id="reading-state">{say({ zh: '身份证读卡状态信息', en: 'Cards of this reading' })}</h2>
          <Tally status={status} />
          <div className="sitting-acts">
            <Tooltip title={whyNot}>
              <Button onClick={resend} disabled={!mayResend} loading={sitting.resend.isPending}>
                {say({ zh: '重传失败记录', en: 'Resend failed' })} <kbd>R</kbd>
              </Button>
            </Tooltip>
            {whyNot ? (
              <span className="quiet">{whyNot}</span>
            ) : (
              <Checkbox checked={onlyFailed} onChange={({ target }) => setWantsFailed(target.checked)}>
                {say({ zh: `只看失败 ${failed} 条`, en: `Only the ${failed} failed` })} <kbd>F</kbd>
              </Checkbox>
            )}
          </div>
          <BridgeProblem error={sitting.resend.error} />
          <ReadingList reads={status.reads} onlyFailed={onlyFailed} shownId={shown?.readId} show={show} />
        </section>
        <section className="sitting-card" aria-labelledby="reading-zone">
          <h2 id="reading-zone">{say({ zh: '身份证读卡区', en: 'The card' })}</h2>
          <p className={shown ? 'quiet' : 'empty'}>{say(howTo)}</p>
          {shown && <CardPanel read={shown} />}
          {shown && (
            <p className="quiet">
              {say({ zh: '持证人：', en: 'Brought by: ' })}
              {say(presenterWords[shown.presentedBy].title)}
            </p>
          )}
          <div className="sitting-finish">
            <span>
              {say({
                zh: '确认左侧全部人员状态都为保存成功，',
                en: 'When everybody on the list is saved:',
              })}
            </span>
            <Button type="primary" onClick={finish}>
              {say({ zh: '完成读卡返回', en: 'Finish and go back' })} <kbd>Enter</kbd>
            </Button>
          </div>
          <KeyHelp
            hints={[
              { keys: ['R'], does: { zh: '重传失败记录', en: 'Resend failed' } },
              { keys: ['Enter', 'Esc'], does: { zh: '完成读卡返回', en: 'Finish' } },
            ]}
          />
        </section>
        <FinishReading
          isOpen={finishing}
          status={status}
          finish={sitting.finish}
          close={() => setFinishing(false)}
          finished={back}
        />
      </div>
    </>
  )
}

const howTo = {
  zh: '（将二代身份证放置到读卡器上，等待“嘀”提示音之后，下方显示当前读卡人的信息之后，即表示读卡成功。）',
  en: 'Lay the card on the reader and wait for the beep: once its facts are shown below, it has been read.',
}

/** People, not touches (R2.3, G82). */
function Tally({ status: { tally } }: { status: BridgeStatus }) {
  const say = useWords()
  return (
    <p className="tally" role="status">
      {say({ zh: '读卡', en: 'Read' })} <b>{tally.read}</b>{' '}
      {say({ zh: '人，成功', en: 'people · succeeded' })} <b className="good">{tally.succeeded}</b>{' '}
      {say({ zh: '人，失败', en: '· failed' })}{' '}
      <b className={tally.failed > 0 ? 'bad' : undefined}>{tally.failed}</b>
      {say({ zh: ' 人', en: '' })}
    </p>
  )
}

/** The card that is shown: the newest, until the clerk asks for another one; the next read comes to the front again. */
function useShownRead({ reads }: BridgeStatus) {
  const [chosen, setChosen] = useState<{ readId: string; after: number }>()
  const count = reads.length
  const show = useCallback((readId: string) => setChosen({ readId, after: count }), [count])
  const asked = chosen?.after === count ? reads.find(({ readId }) => readId === chosen.readId) : undefined
  return { shown: asked ?? reads.at(-1), show }
}
