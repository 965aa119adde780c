import { frame, frameMarks, personCode, personCodeVersion, sheet } from '@zhuji/domain/signature-form.ts'
import { useMemo } from 'react'
import { codePath } from './code-path.ts'
import { signatureWords as words } from './signature-words.ts'

export interface FormText {
  name: string
  number: string
  code: string
}

/** 签名信息采集表: one A4 sheet whose frame and codes lie to the millimetre where the server looks for them (G63, R10.2). */
export function FormSheet({ name, number, code }: FormText) {
  const marks = useMemo(() => frameMarks.map((mark) => codePath(mark.text, mark, 'H', 1)).join(''), [])
  const person = useMemo(() => codePath(code, personCode, 'Q', personCodeVersion), [code])
  const { x, y, width, height, line } = frame
  return (
    <div className="form-sheet" lang="zh-CN">
      <svg viewBox={`0 0 ${sheet.width} ${sheet.height}`} aria-hidden="true" shapeRendering="crispEdges">
        <path d={person + marks} />
        <path
          d={`M${x + line / 2} ${y + line / 2}h${width - line}v${height - line}h${line - width}z`}
          fill="none"
          stroke="#000"
          strokeWidth={line}
        />
      </svg>
      <p className="form-issuer">{words.formIssuer.zh}</p>
      <p className="form-title">{words.form.zh}</p>
      <p className="form-name">
        姓名：<b>{name}</b>
      </p>
      <p className="form-number">
        证件号：<b>{number}</b>
      </p>
      <p className="form-sign">签名</p>
      <p className="form-own">本人签字</p>
      <div className="form-explanation">
        <p>说明：</p>
        <p>{words.firstInstruction.zh}</p>
        <p>{words.purpose.zh}</p>
        <p className="form-care">请勿在二维码上书写，扫描或拍照时请把整张表拍全。</p>
      </div>
    </div>
  )
}
