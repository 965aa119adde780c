import type { WindowView } from '@zhuji/contract/portal.ts'
import type { PortalPageProps } from './render-portal.tsx'
import { districtWords, hoursWords } from './window-words.ts'

/** Windows by district, the city's hall first; unknown hours read «时间待确认» (R9.2). */
export function WindowsPage({ windows, say }: PortalPageProps) {
  const districts = [...new Set(windows.map(({ district }) => district))]
  return (
    <>
      <h1>{say({ zh: '受理窗口', en: 'Service windows' })}</h1>
      <p>
        {say({
          zh: '读取身份证、核验证书原件，个人可就近到市、区任一窗口办理。前往前请留意受理时间。',
          en: 'Any window of the city or a district reads your card and checks your originals. Mind the hours before you go.',
        })}
      </p>
      {windows.length === 0 && (
        <p>
          {say({
            zh: '暂时没有开放的窗口，请稍后再查询。',
            en: 'No window is open at present; look again later.',
          })}
        </p>
      )}
      <nav aria-label={say({ zh: '按区选择', en: 'By district' })} className="districts">
        {districts.map((district) => (
          <a key={district} href={`#${encodeURIComponent(district)}`}>
            {say(districtWords(district))}
          </a>
        ))}
      </nav>
      {districts.map((district) => (
        <section key={district} id={district} className="district">
          <h2>{say(districtWords(district))}</h2>
          <ul>
            {windows
              .filter((window) => window.district === district)
              .map((window) => (
                <li key={window.code}>
                  <WindowCard window={window} say={say} />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function WindowCard({ window, say }: { window: WindowView } & Pick<PortalPageProps, 'say'>) {
  return (
    <>
      <h3>{window.name}</h3>
      <dl>
        <dt>{say({ zh: '地址', en: 'Address' })}</dt>
        <dd>{window.address}</dd>
        <dt>{say({ zh: '受理时间', en: 'Hours' })}</dt>
        <dd>{say(hoursWords(window.hours))}</dd>
        {window.phone && (
          <>
            <dt>{say({ zh: '咨询电话', en: 'Telephone' })}</dt>
            <dd>
              <a href={`tel:${window.phone}`}>{window.phone}</a>
            </dd>
          </>
        )}
      </dl>
    </>
  )
}
