import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query'
import { Link, useSearch } from '@tanstack/react-router'
import { listOpenObjections } from '@zhuji/contract/credit-objections.ts'
import { Button } from 'antd'
import { call } from '../app/call.ts'
import { useWords } from '../app/language.tsx'
import { PageHeading } from '../app/page-frame.tsx'
import { Loading } from '../ui/loading.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { CreditObjection } from './credit-objection.tsx'

const objectionsQuery = infiniteQueryOptions({
  queryKey: ['credit-objections'],
  queryFn: ({ pageParam }) =>
    call(listOpenObjections, { query: pageParam === null ? {} : { after: pageParam } }),
  initialPageParam: null as string | null,
  getNextPageParam: ({ objections, more }) => (more ? (objections.at(-1)?.id ?? null) : null),
})

/** 诚信异议: what people object to in their credit records, oldest first, each to be answered with reasons (R12.4). */
export function CreditObjectionsPage() {
  const say = useWords()
  const { person, objection } = useSearch({ from: '/administrator/admin/credit-objections' })
  return (
    <>
      <PageHeading>{say({ zh: '诚信异议', en: 'Credit objections' })}</PageHeading>
      {person && objection ? (
        <CreditObjection key={objection} personId={person} objectionId={objection} />
      ) : (
        <OpenObjections />
      )}
    </>
  )
}

function OpenObjections() {
  const say = useWords()
  const list = useInfiniteQuery(objectionsQuery)
  const objections = list.data?.pages.flatMap((page) => page.objections) ?? []
  return (
    <section aria-labelledby="open-objections" className="admin-panel">
      <h2 id="open-objections">{say({ zh: '待答复', en: 'To be answered' })}</h2>
      <p className="quiet">
        {say({
          zh: '列表不显示当事人。打开一件异议即查看其个人信息，会记入当事人的“谁查看过我的信息”。',
          en: 'The list names nobody. To open an objection is to look at a person’s data, and the person’s timeline will show it.',
        })}
      </p>
      {list.isPending && <Loading />}
      <ProblemAlert error={list.error} again={() => void list.refetch()} />
      {list.data && objections.length === 0 && (
        <p className="empty">{say({ zh: '没有待答复的异议。', en: 'No objection waits for an answer.' })}</p>
      )}
      <ul className="objections">
        {objections.map(({ personId, id, at }) => (
          <li key={id}>
            <span>
              {say({ zh: '提出时间：', en: 'Objected on ' })}
              <time dateTime={at}>{new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' })}</time>
              <span className="quiet">
                {say({ zh: ` · 编号 ${id.slice(-8)}`, en: ` · number ${id.slice(-8)}` })}
              </span>
            </span>
            <Link
              to="/admin/credit-objections"
              search={{ person: personId, objection: id }}
              className="link-button"
              aria-label={say({ zh: `查看并答复 ${id.slice(-8)}`, en: `Look and answer ${id.slice(-8)}` })}
            >
              {say({ zh: '查看并答复', en: 'Look and answer' })}
            </Link>
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button onClick={() => void list.fetchNextPage()} loading={list.isFetchingNextPage}>
          {say({ zh: '更多', en: 'More' })}
        </Button>
      )}
    </section>
  )
}
