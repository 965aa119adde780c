import { App, ConfigProvider, type ThemeConfig } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type ReactNode, useEffect } from 'react'
import { useLanguage } from './language.tsx'
import { largeTypeScale } from './type-cookie.ts'
import { useTypeSize } from './type-size.tsx'
import { useNarrow } from './use-narrow.ts'

/** One accent colour on white; greys dark enough to be read (WCAG AA). */
const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b5cab',
    colorPrimaryHover: '#08437e',
    colorPrimaryActive: '#06305a',
    colorLink: '#0b5cab',
    colorLinkHover: '#08437e',
    colorLinkActive: '#06305a',
    colorError: '#c0271d',
    colorErrorHover: '#9c1f17',
    colorErrorActive: '#7a1812',
    colorSuccess: '#1a7a3c',
    colorWarning: '#9a5b00',
    colorErrorBg: '#fdeeec',
    colorErrorBorder: '#dd8f89',
    colorWarningBg: '#fff8e6',
    colorWarningBorder: '#d9b84a',
    colorSuccessBg: '#edf7f0',
    colorSuccessBorder: '#83bd97',
    colorInfo: '#0b5cab',
    colorInfoBg: '#edf4fb',
    colorInfoBorder: '#8db5dc',
    colorText: '#1d2329',
    colorTextSecondary: '#4a535c',
    colorTextTertiary: '#59636e',
    colorTextDescription: '#4a535c',
    colorTextPlaceholder: '#666f79',
    colorBorder: '#8b949e',
    borderRadius: 4,
    fontSize: 15,
    controlHeight: 36,
    // An icon that leaves slowly stays in its button's name after a failed request.
    motion: false,
    fontFamily:
      "system-ui, -apple-system, 'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', sans-serif",
  },
  components: {
    Steps: { colorTextDescription: '#4a535c', colorTextLabel: '#4a535c' },
    Table: { headerBg: '#f3f6f9' },
  },
}

// A month of days must fit a phone: left to themselves they grow with the controls.
const withToken = (token: ThemeConfig['token']): ThemeConfig => ({
  ...theme,
  token: { ...theme.token, ...token },
  components: { ...theme.components, DatePicker: { cellWidth: 42, cellHeight: 40 } },
})
/** For thumbs: a target of 44 px (WCAG), the small ones too. */
const forThumbs = withToken({ controlHeight: 44, controlHeightSM: 44 })
const enlarged = withToken({ fontSize: 15 * largeTypeScale, controlHeight: 48, controlHeightSM: 44 })

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''

/** Ant Design in our colours and language; its styles carry the nonce that the server gave this page. */
export function Look({ children }: { children: ReactNode }) {
  const { language } = useLanguage()
  const { large } = useTypeSize()
  const narrow = useNarrow()
  useEffect(() => {
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  }, [language])
  return (
    <ConfigProvider
      locale={language === 'zh' ? zhCN : enUS}
      csp={{ nonce }}
      theme={large ? enlarged : narrow ? forThumbs : theme}
      button={{ autoInsertSpace: false }}
      form={{ scrollToFirstError: { focus: true, block: 'center' } }}
    >
      <App>{children}</App>
    </ConfigProvider>
  )
}
