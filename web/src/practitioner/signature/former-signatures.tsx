import type { SignatureView } from '@zhuji/contract/signatures.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { useInstant } from '../../app/instant.ts'
import { useWords } from '../../app/language.tsx'
import { SignaturePicture } from './signature-picture.tsx'

/** The signatures that stood before: none is ever deleted (R10.3). */
export function FormerSignatures({ signatures }: { signatures: readonly SignatureView[] }) {
  const say = useWords()
  const instant = useInstant()
  const [opened, setOpened] = useState<string | null>(null)
  return (
    <section className="signature-block" aria-labelledby="signature-former">
      <h2 id="signature-former">{say({ zh: '历史签名', en: 'Former signatures' })}</h2>
      <ul className="signature-former">
        {signatures.map((signature) => {
          const filed = instant(signature.filedAt ?? signature.uploadedAt)
          const isOpen = opened === signature.id
          return (
            <li key={signature.id}>
              <span>{say({ zh: `${filed} 提交`, en: `Filed ${filed}` })}</span>
              <Button
                aria-expanded={isOpen}
                aria-label={say({ zh: `查看 ${filed} 提交的签名`, en: `See the signature filed ${filed}` })}
                onClick={() => setOpened(isOpen ? null : signature.id)}
              >
                {isOpen ? say({ zh: '收起', en: 'Close' }) : say({ zh: '查看', en: 'See' })}
              </Button>
              {isOpen && <SignaturePicture signature={signature} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
