import { useWords } from '../../app/language.tsx'

/** 登录说明, three points as the guide has them (G10, G14, G15). */
export function SignInNotes() {
  const say = useWords()
  return (
    <aside className="notes" aria-labelledby="sign-in-notes">
      <h2 id="sign-in-notes">{say({ zh: '登录说明', en: 'Notes' })}</h2>
      <ol>
        <li>
          {say({
            zh: '《关于开展在沪建设工程企业从业人员信息采集暨2014年度电子版〈在沪建设工程企业诚信手册〉自检工作的通知》',
            en: 'Notice on registering the practitioners of construction enterprises in Shanghai and on the 2014 self-check of the electronic integrity handbook',
          })}
        </li>
        <li>
          {say({
            zh: '用户必须按上述文件要求，完成个人身份证信息采集后，方可进行身份验证及短信用户注册',
            en: 'As that notice asks, have your identity card read at a window first; only then can you verify your identity and register',
          })}{' '}
          <a href="/windows">{say({ zh: '受理窗口地址', en: 'Service windows' })}</a>
        </li>
        <li>
          {say({ zh: '请仔细阅读', en: 'Please read the ' })}
          <a href="/guide">
            {say({
              zh: '《建设工程企业从业人员个人从业信息采集与维护用户指南》',
              en: 'user guide',
            })}
          </a>
        </li>
      </ol>
      <p>
        {say({ zh: '首次用户（刚刷身份证的用户）请先进行', en: 'First time here, card just read? Please ' })}
        <a href="/register">{say({ zh: '短信用户注册', en: 'register by text message' })}</a>
        {say({ zh: '。', en: '.' })}
      </p>
    </aside>
  )
}
