import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi, useRouter } from '@tanstack/react-router'
import { ProblemError } from '@zhuji/contract/client.ts'
import { acknowledgeNotice, type NoticeView } from '@zhuji/contract/notices.ts'
import { Alert, Button } from 'antd'
import { call } from '../../app/call.ts'
import { useWords } from '../../app/language.tsx'
import { PageHeading } from '../../app/page-frame.tsx'
import { placeToReturn, sessionQuery } from '../../app/session.ts'
import { NoticeText } from '../../parts/notice-text.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { usePersonId } from '../profile.ts'
import { Agreements } from './agreements.tsx'
import './notice.css'
import { useNoticeToAcknowledge } from './notice-gate.ts'
import { noticeQuery } from './notice-queries.ts'

/** 告知与同意: the notice to acknowledge first; later what was acknowledged, and what is optional (R12.5). */
export function NoticePage() {
  const say = useWords()
  const { data: notice } = useSuspenseQuery(noticeQuery)
  const isAsked = useNoticeToAcknowledge() !== null
  return (
    <div className="notice">
      <PageHeading>
        {isAsked
          ? say({ zh: '个人信息处理告知', en: 'How your personal data are processed' })
          : say({ zh: '告知与同意', en: 'Notice and consent' })}
      </PageHeading>
      {isAsked ? <ToAcknowledge notice={notice} /> : <Acknowledged notice={notice} />}
    </div>
  )
}

function ToAcknowledge({ notice }: { notice: NoticeView }) {
  const say = useWords()
  return (
    <>
      <Alert
        type="info"
        showIcon
        role="note"
        className="problem"
        title={say({
          zh: '请先阅读以下告知，再进入“自助服务”。',
          en: 'Please read this before you go on.',
        })}
        description={say({
          zh: '这里是向您告知，不是征求同意：按“我已阅读并知悉”只表示您看过了。内容变更时会再次告知。',
          en: 'You are told, not asked to agree: the button only says that you have read it. When the text changes you are told again.',
        })}
      />
      <NoticeText notice={notice} say={say} />
      <AcknowledgeButton version={notice.version} />
    </>
  )
}

const route = getRouteApi('/practitioner/me/notice')

function AcknowledgeButton({ version }: { version: number }) {
  const say = useWords()
  const router = useRouter()
  const queries = useQueryClient()
  const personId = usePersonId()
  const { back } = route.useSearch()
  const acknowledge = useMutation({
    mutationFn: () => call(acknowledgeNotice, { params: { personId }, body: { version } }),
    onSuccess: async () => {
      await queries.fetchQuery({ ...sessionQuery, staleTime: 0 })
      router.history.push(placeToReturn(back, '/me'))
    },
    onError: (error) => {
      // Published while this one was being read: the next one is on the screen at once.
      if (error instanceof ProblemError && error.problem.code === 'notice-changed')
        void queries.invalidateQueries({ queryKey: noticeQuery.queryKey })
    },
  })
  return (
    <div className="acknowledge">
      <ProblemAlert error={acknowledge.error} />
      <Button
        type="primary"
        size="large"
        loading={acknowledge.isPending}
        onClick={() => acknowledge.mutate()}
      >
        {say({ zh: '我已阅读并知悉', en: 'I have read this' })}
      </Button>
    </div>
  )
}

function Acknowledged({ notice }: { notice: NoticeView }) {
  const say = useWords()
  return (
    <>
      <Agreements />
      <details className="notice-again">
        <summary>{say({ zh: '个人信息处理告知全文', en: 'The whole notice' })}</summary>
        <NoticeText notice={notice} say={say} />
      </details>
    </>
  )
}
