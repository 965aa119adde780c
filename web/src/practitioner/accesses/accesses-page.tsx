import { useInfiniteQuery } from '@tanstack/react-query'
import { type AccessView, readAccesses } from '@zhuji/contract/accesses.ts'
import { type AccessDay, groupAccesses } from '@zhuji/domain/accesses.ts'
import { Button, Empty } from 'antd'
import { call } from '../../app/call.ts'
import { useLanguage, useWords } from '../../app/language.tsx'
import { PageHeading } from '../../app/page-frame.tsx'
import { Loading } from '../../ui/loading.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { usePersonId } from '../profile.ts'
import { AccessItem } from './access-item.tsx'
import { dayText } from './access-words.ts'
import './accesses.css'

/** 谁查看过我的信息: who, why, what and when, by day and matter (R12.1). */
export function AccessesPage() {
  const say = useWords()
  const personId = usePersonId()
  const pages = useInfiniteQuery({
    queryKey: ['accesses', personId],
    queryFn: ({ pageParam }) =>
      call(readAccesses, { params: { personId }, query: pageParam === null ? {} : { before: pageParam } }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  })
  const accesses = pages.data?.pages.flatMap((page) => page.accesses)
  return (
    <>
      <PageHeading>{say({ zh: '谁查看过我的信息', en: 'Who has seen my data' })}</PageHeading>
      <p>
        {say({
          zh: '工作人员每次查看或变更您的信息，都须有事由，并记录在这里：哪个部门、以什么身份、为什么、做了什么。按规定不显示工作人员姓名。',
          en: 'Whenever staff look at your data or change them they need a reason, and it is noted here: which office, in which role, why, and what was done. Their names are not shown.',
        })}
      </p>
      {pages.isPending && <Loading />}
      <ProblemAlert error={pages.error} again={() => void pages.refetch()} />
      {accesses?.length === 0 && (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={say({ zh: '目前没有人查看过您的信息', en: 'Nobody has seen your data so far' })}
        />
      )}
      {accesses && groupAccesses(accesses).map((day) => <Day key={day.day} day={day} />)}
      {pages.hasNextPage && (
        <Button block onClick={() => void pages.fetchNextPage()} loading={pages.isFetchingNextPage}>
          {say({ zh: '更早的记录', en: 'Earlier entries' })}
        </Button>
      )}
      <Help />
    </>
  )
}

function Day({ day: { day, groups } }: { day: AccessDay<AccessView> }) {
  const { language } = useLanguage()
  return (
    <section className="access-day" aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`}>{dayText(day, language)}</h2>
      <ol>
        {groups.map((group) => (
          <AccessItem key={group.key} group={group} />
        ))}
      </ol>
    </section>
  )
}

function Help() {
  const say = useWords()
  return (
    <section className="notes access-help">
      <h2>{say({ zh: '看到不明白的记录？', en: 'Something here you do not understand?' })}</h2>
      <ul>
        <li>
          {say({
            zh: '“查看”不改变您的信息；“变更”会改变信息或其状态，详情可在该条信息的“历史”中看到。',
            en: 'A “look” leaves your data as they are; a “change” alters them or their state: see the record’s own history.',
          })}
        </li>
        <li>
          {say({
            zh: '您自己的重要操作（如绑定手机号、导出信息）也会列出；如果不是您本人操作，请立即作废当前密码并到窗口说明。',
            en: 'Weighty acts of your own (binding a number, an export) stand here too. If one was not you, void your password at once and tell a window.',
          })}
        </li>
        <li>
          {say({
            zh: '为核查投诉而作的查看，可依规定延后显示，到期后会补列并注明。',
            en: 'A look made for a complaint may be shown later; it then appears here with a note.',
          })}
        </li>
        <li>
          {say({
            zh: '有疑问时，请把日期和部门名称告知任一受理窗口，由窗口查明并答复您。',
            en: 'In doubt tell any service window the date and the office; it will find out and answer you.',
          })}{' '}
          <a href="/windows">{say({ zh: '受理窗口', en: 'Service windows' })}</a>
        </li>
      </ul>
    </section>
  )
}
