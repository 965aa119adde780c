import { useMutation } from '@tanstack/react-query'
import { type EmploymentView, endEmployment } from '@zhuji/contract/basic-information.ts'
import { decideEnding, endingRefusalWords } from '@zhuji/domain/employments.ts'
import { App, Button } from 'antd'
import { call } from '../../app/call.ts'
import { useWords } from '../../app/language.tsx'
import { queryClient } from '../../app/query-client.ts'
import { wordsOf } from '../../ui/problem-alert.tsx'
import { usePersonId } from '../profile.ts'
import { basicQuery } from './basic-query.ts'
import { FedTable } from './fed-table.tsx'

/** 工作单位信息: employers with duty and the qualification supported; 删除 ends the link (G36, G37, G131, R4.9). */
export function EmploymentSection({ employments }: { employments: readonly EmploymentView[] }) {
  const say = useWords()
  return (
    <section className="records">
      <h2 id="basic-employments">{say({ zh: '工作单位信息', en: 'Employers' })}</h2>
      <p className="hint">
        {say({
          zh: '来源：企业库、资质申报记录。一人可支撑多项企业资质。已离开的单位可删除：删除即结束关联，历史仍保留。',
          en: 'Source: register of enterprises and qualification matters. One person may support several qualifications. An employer that you left may be deleted: the link ends, its history stays.',
        })}
      </p>
      <FedTable
        labelledBy="basic-employments"
        columns={[
          say({ zh: '工作单位', en: 'Employer' }),
          say({ zh: '职务', en: 'Duty' }),
          say({ zh: '资质', en: 'Qualification supported' }),
          say({ zh: '操作', en: 'Actions' }),
        ]}
        rows={employments.map((employment) => ({
          key: employment.id,
          cells: [
            employment.enterprise,
            employment.duty,
            employment.supports ?? '—',
            <EndEmployment key="end" employment={employment} />,
          ],
        }))}
        empty={say({ zh: '企业库中暂无您的工作单位。', en: 'The register names no employer of yours.' })}
      />
    </section>
  )
}

function EndEmployment({ employment }: { employment: EmploymentView }) {
  const say = useWords()
  const { modal } = App.useApp()
  const personId = usePersonId()
  const { id: employmentId, enterprise, openUse } = employment
  const end = useMutation({
    mutationFn: () => call(endEmployment, { params: { personId, employmentId } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: basicQuery(personId).queryKey }),
    onError: (error) =>
      void modal.error({ title: say({ zh: '没有删除', en: 'Not deleted' }), content: say(wordsOf(error)) }),
  })
  const ask = () => {
    const decision = decideEnding({ ended: false, openUse })
    if (!decision.granted)
      return void modal.warning({
        title: say({ zh: '提示', en: 'Notice' }),
        content: say(endingRefusalWords(decision.refusal)),
        okText: say({ zh: '确定', en: 'OK' }),
      })
    modal.confirm({
      title: say({ zh: `删除工作单位「${enterprise}」？`, en: `Delete the employer «${enterprise}»?` }),
      content: say({
        zh: '删除后，您与该单位的关联自今日起结束，该单位的资质申报不能再选用您；历史记录仍会保留。误删的，须由该单位以新的开始日期重新报送，原样重送不会恢复。',
        en: 'Your link with it ends today and its applications can no longer choose you; the history stays. If this was a mistake, the enterprise has to file you anew with a new first day; the same line sent again brings nothing back.',
      }),
      okText: say({ zh: '删除', en: 'Delete' }),
      cancelText: say({ zh: '取消', en: 'Cancel' }),
      okButtonProps: { danger: true },
      onOk: () => end.mutateAsync().catch(() => {}),
    })
  }
  return (
    <Button
      size="small"
      danger
      onClick={ask}
      loading={end.isPending}
      aria-label={say({ zh: `删除 ${enterprise}`, en: `Delete ${enterprise}` })}
    >
      {say({ zh: '删除', en: 'Delete' })}
    </Button>
  )
}
