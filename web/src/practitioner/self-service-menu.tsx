import { Link } from '@tanstack/react-router'
import { useWords } from '../app/language.tsx'
import { SpecialNotice } from './special-notice.tsx'

/** 自助服务: only the sections that work (G28, G139). */
export function SelfServiceMenu() {
  const say = useWords()
  return (
    <div className="side">
      <nav className="self-service" aria-labelledby="self-service">
        <h2 id="self-service">{say({ zh: '自助服务', en: 'Self-service' })}</h2>
        <ul>
          <li>
            <Link to="/me" activeOptions={{ exact: true }}>
              {say({ zh: '信息概览', en: 'Overview' })}
            </Link>
          </li>
          <li>
            <Link to="/me/education">{say({ zh: '学历证书信息', en: 'Education certificates' })}</Link>
          </li>
        </ul>
      </nav>
      <SpecialNotice />
    </div>
  )
}
