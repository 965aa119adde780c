import type { PortalPageProps } from './render-portal.tsx'

/** 网上服务: project, guide, entry — as the city's hall has it (G126, G141). */
export function ServiceTable({ say }: Pick<PortalPageProps, 'say'>) {
  return (
    <table className="services">
      <caption>{say({ zh: '网上服务', en: 'Online services' })}</caption>
      <thead>
        <tr>
          <th scope="col">{say({ zh: '项目名称', en: 'Service' })}</th>
          <th scope="col">{say({ zh: '操作指南', en: 'Guide' })}</th>
          <th scope="col">{say({ zh: '网上办事', en: 'Online' })}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">
            {say({
              zh: '建设工程企业从业人员个人从业信息采集与维护',
              en: 'Collection and upkeep of construction practitioners’ personal information',
            })}
          </th>
          <td>
            <a href="/guide">{say({ zh: '操作指南', en: 'Guide' })}</a>
          </td>
          <td>
            <a className="button" href="/sign-in">
              {say({ zh: '网上办事', en: 'Go online' })}
            </a>
          </td>
        </tr>
      </tbody>
    </table>
  )
}
