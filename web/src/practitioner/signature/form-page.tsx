import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useWords } from '../../app/language.tsx'
import { PageHeading } from '../../app/page-frame.tsx'
import { usePersonId } from '../profile.ts'
import { FormSheet } from './form-sheet.tsx'
import { formQuery } from './signature-queries.ts'
import { signatureWords as words } from './signature-words.ts'
import './form-page.css'

/** The sheet fills its paper; the rule is taken back when the page is left, for other pages print with margins. */
function useWholePaper(): void {
  useEffect(() => {
    const rule = new CSSStyleSheet()
    rule.replaceSync('@page { size: A4; margin: 0 }')
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, rule]
    return () => {
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== rule)
    }
  }, [])
}

/** 打印: the form as it will lie on the paper, and its words for those who cannot see it (R10.1, G63, G144). */
export function SignatureFormPage() {
  const say = useWords()
  const { data: form } = useSuspenseQuery(formQuery(usePersonId()))
  useWholePaper()
  return (
    <>
      <PageHeading>{say(words.form)}</PageHeading>
      <p>
        {say({
          zh: '请用A4纸打印，缩放选“实际大小”或100%。用黑色签字笔在签名框内签名，签好后整张扫描或拍照上传。',
          en: 'Print on A4 at actual size (100 %). Sign in the frame with a black pen, then scan or photograph the whole sheet and upload it.',
        })}
      </p>
      <div className="buttons form-buttons">
        <Button type="primary" onClick={() => window.print()}>
          {say(words.print)}
        </Button>
        <Link to="/me/signature" className="link-button">
          {say({ zh: '签好了，去上传', en: 'Signed: go and upload it' })}
        </Link>
      </div>
      <div
        className="form-preview"
        role="img"
        aria-label={say({ zh: '签名信息采集表打印预览', en: 'Preview of the signature form' })}
      >
        <FormSheet {...form} />
      </div>
      <section className="form-words" aria-labelledby="form-words">
        <h2 id="form-words">{say({ zh: '表上的文字', en: 'What the form says' })}</h2>
        <dl className="card-facts">
          <div>
            <dt>{say({ zh: '姓名', en: 'Name' })}</dt>
            <dd>{form.name}</dd>
          </div>
          <div>
            <dt>{say({ zh: '证件号', en: 'Document number' })}</dt>
            <dd>{form.number}</dd>
          </div>
        </dl>
        <p>
          {say({
            zh: '右上角的二维码只含表格编号，用来确认这张表是为您打印的，不含姓名和证件号。',
            en: 'The code at the top right holds the form’s own number only, to tell that it was printed for you: neither name nor document number.',
          })}
        </p>
        <p>{say(words.firstInstruction)}</p>
        <p>{say(words.purpose)}</p>
        <p className="hint">{say(words.window)}</p>
      </section>
    </>
  )
}
