import { useMutation, useQuery } from '@tanstack/react-query'
import { type FullNameImport, withdrawFullNameImport } from '@zhuji/contract/full-names.ts'
import { fullNameListWords } from '@zhuji/domain/full-names.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { call } from '../app/call.ts'
import { useWords } from '../app/language.tsx'
import { Loading } from '../ui/loading.tsx'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { importsChanged, importsQuery } from './full-name-queries.ts'
import { ReasonDialog } from './reason-dialog.tsx'

const statusWords: Record<FullNameImport['status'], Words> = {
  open: { zh: '未传完，尚未启用', en: 'Not complete, not in use' },
  complete: { zh: '使用中', en: 'In use' },
  withdrawn: { zh: '已撤回', en: 'Withdrawn' },
}

const dayOf = (at: string) =>
  new Date(at).toLocaleDateString('zh-CN', { timeZone: 'Asia/Shanghai' }).replaceAll('/', '.')

/** The lists imported so far; one that is wrong or out of date is withdrawn with a reason. */
export function Editions() {
  const say = useWords()
  const imports = useQuery(importsQuery)
  const [chosen, setChosen] = useState<FullNameImport | null>(null)
  const withdraw = useMutation({
    mutationFn: ({ id, reason }: { id: string; reason: string }) =>
      call(withdrawFullNameImport, { params: { importId: id }, body: { reason } }),
    onSuccess: async () => {
      setChosen(null)
      await importsChanged()
    },
  })
  const list = imports.data?.imports ?? []
  return (
    <section aria-labelledby="editions" className="admin-panel">
      <h2 id="editions">{say({ zh: '已导入的名录', en: 'Imported lists' })}</h2>
      {imports.isPending && <Loading />}
      <ProblemAlert error={imports.error} again={() => void imports.refetch()} />
      {imports.data && list.length === 0 && (
        <p className="empty">{say({ zh: '还没有导入任何名录。', en: 'No list was imported yet.' })}</p>
      )}
      <ul className="editions">
        {list.map((one) => (
          <Edition key={one.id} edition={one} withdraw={() => setChosen(one)} />
        ))}
      </ul>
      <ReasonDialog
        isOpen={chosen !== null}
        title={say({ zh: '撤回名录', en: 'Withdraw the list' })}
        okText={say({ zh: '确认撤回', en: 'Withdraw' })}
        explanation={say({
          zh: `撤回“${chosen?.source ?? ''} ${chosen?.edition ?? ''}”后，其中没有其他依据的名称不再作为建议；已填报的内容不受影响。`,
          en: `Names of “${chosen?.source ?? ''} ${chosen?.edition ?? ''}” that nothing else vouches for are offered no longer. What people have entered stays.`,
        })}
        isPending={withdraw.isPending}
        error={withdraw.error}
        close={() => {
          withdraw.reset()
          setChosen(null)
        }}
        give={(reason) => chosen && withdraw.mutate({ id: chosen.id, reason })}
      />
    </section>
  )
}

function Edition({ edition, withdraw }: { edition: FullNameImport; withdraw(): void }) {
  const say = useWords()
  const { list, source, names, status, startedAt, withdrawalReason } = edition
  return (
    <li>
      <div>
        <strong>{say(fullNameListWords[list])}</strong> · {source} · {edition.edition}
        <div className="quiet">
          {say({ zh: `${names} 条`, en: `${names} names` })} · {dayOf(startedAt)} ·{' '}
          <span className={`state state-${status}`}>{say(statusWords[status])}</span>
          {withdrawalReason && say({ zh: `（${withdrawalReason}）`, en: ` (${withdrawalReason})` })}
        </div>
      </div>
      {status !== 'withdrawn' && (
        <Button
          onClick={withdraw}
          aria-label={say({
            zh: `撤回 ${source} ${edition.edition}`,
            en: `Withdraw ${source} ${edition.edition}`,
          })}
        >
          {say({ zh: '撤回', en: 'Withdraw' })}
        </Button>
      )}
    </li>
  )
}
