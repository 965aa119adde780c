import type { PortalPageProps } from './render-portal.tsx'
import { ServiceTable } from './service-row.tsx'

/** 人员: the services for people that this site offers (G125, G126). */
export function PeoplePage({ say }: PortalPageProps) {
  return (
    <>
      <h1>{say({ zh: '人员', en: 'People' })}</h1>
      <ServiceTable say={say} />
      <p className="note">
        {say({
          zh: '人员资格许可、实名制、继续教育等事项由其他系统办理，请前往上海市住房和城乡建设管理委员会网上政务大厅。',
          en: 'Personal qualification permits, real-name systems and continuing education belong to other systems: see the city’s online government hall.',
        })}
      </p>
    </>
  )
}
