import { getRouteApi } from '@tanstack/react-router'
import { useWords } from '../../app/language.tsx'
import { PageHeading } from '../../app/page-frame.tsx'
import { LevelLegend } from '../../ui/level-legend.tsx'
import { useProfile } from '../profile.ts'
import { HistoryDrawer } from './history-drawer.tsx'
import { RecordDrawer } from './record-drawer.tsx'
import { RecordSection } from './record-section.tsx'
import './records.css'
import { scanPanelHash } from './scan-panel.tsx'

const route = getRouteApi('/practitioner/me/education')

/** 学历证书信息: the two lists with their buttons (G39–G44). */
export function EducationPage() {
  const say = useWords()
  const { records } = useProfile()
  const { add, edit, view, history } = route.useSearch()
  const navigate = route.useNavigate()
  const close = () => void navigate({ search: {}, replace: true })
  const opened = records.find(({ id }) => id === (edit ?? view))
  const past = records.find(({ id }) => id === history)
  return (
    <>
      <PageHeading>{say({ zh: '学历证书信息', en: 'Education certificates' })}</PageHeading>
      <LevelLegend />
      <RecordSection kind="education" records={records} />
      <RecordSection kind="degree" records={records} />
      {(add || opened) && (
        <RecordDrawer
          key={add ?? opened?.id}
          kind={opened?.kind ?? add ?? 'education'}
          record={opened ?? null}
          readOnly={view !== undefined}
          close={close}
          saved={(id) => {
            if (!opened) void navigate({ search: { edit: id }, hash: scanPanelHash, replace: true })
          }}
        />
      )}
      {past && <HistoryDrawer key={past.id} record={past} close={close} />}
    </>
  )
}
