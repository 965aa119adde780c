import { Alert } from 'antd'
import { useWords } from '../../app/language.tsx'

const contents = [
  {
    file: '个人信息.html',
    says: {
      zh: '可直接阅读和打印的页面：证件信息、所在单位、各栏目信息及历史、谁查看过我的信息',
      en: 'a page to read and print: card, employers, every section with its history, who has seen your data',
    },
  },
  {
    file: 'information.json',
    says: {
      zh: '同样内容的机器可读文件，便于转入其他系统',
      en: 'the same for machines, to be used elsewhere',
    },
  },
  {
    file: 'scans/',
    says: { zh: '您上传过的全部扫描件，含历次版本', en: 'every scan you uploaded, all versions' },
  },
  { file: 'portrait/', says: { zh: '证件照片（按读取的格式）', en: 'the card’s portrait, as it was read' } },
  {
    file: 'signature/',
    says: { zh: '签名信息采集表和签名图（如有）', en: 'signature forms and signatures, if any' },
  },
] as const

/** What the file contains, and what to mind with it. */
export function ExportContents() {
  const say = useWords()
  return (
    <>
      <h2>{say({ zh: '文件中有什么', en: 'What is in it' })}</h2>
      <dl className="export-contents">
        {contents.map(({ file, says }) => (
          <div key={file}>
            <dt>{file}</dt>
            <dd>{say(says)}</dd>
          </div>
        ))}
      </dl>
      <Alert
        type="warning"
        role="note"
        showIcon
        className="problem"
        title={say({
          zh: '文件包含您的证件号码、住址等全部信息，请勿转发他人。任何单位向您索要本文件时，请先核实。',
          en: 'The file holds your document number, address and all else: do not pass it on, and check who asks you for it.',
        })}
        description={say({
          zh: '每次导出都会短信告知您，并列入“谁查看过我的信息”。',
          en: 'You are told of each export by text message, and it stands in “Who has seen my data”.',
        })}
      />
    </>
  )
}
