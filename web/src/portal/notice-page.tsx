import { NoticeText } from '../parts/notice-text.tsx'
import type { PortalPageProps } from './render-portal.tsx'

/** The processing notice for everybody, on a screen at the window as on paper (R12.5). */
export function NoticePage({ notice, say }: PortalPageProps) {
  return (
    <>
      <h1>{say({ zh: '个人信息处理告知', en: 'How your personal data are processed' })}</h1>
      <p>
        {say({
          zh: '窗口刷证之前，以及您首次登录时，都会向您告知以下内容。',
          en: 'You are told this before your card is read at a window, and again at your first sign-in.',
        })}
      </p>
      {notice ? (
        <NoticeText notice={notice} say={say} />
      ) : (
        <p>
          {say({
            zh: '告知内容暂未发布，请向受理窗口索取。',
            en: 'No notice is published at present; ask for it at a service window.',
          })}
        </p>
      )}
      <p>
        <a href="/windows">{say({ zh: '查看受理窗口', en: 'Service windows' })}</a>
      </p>
    </>
  )
}
