import type { SignatureView } from '@zhuji/contract/signatures.ts'
import { useInstant } from '../../app/instant.ts'
import { useWords } from '../../app/language.tsx'
import { LevelBadge } from '../../ui/level-badge.tsx'
import { SignaturePicture } from './signature-picture.tsx'

/** The signature that stands as the reference, at level D (R10.3). */
export function FiledSignature({ signature }: { signature: SignatureView }) {
  const say = useWords()
  const instant = useInstant()
  const filedAt = instant(signature.filedAt ?? signature.uploadedAt)
  return (
    <section className="signature-block" aria-labelledby="signature-filed">
      <h2 id="signature-filed" className="signature-head">
        {say({ zh: '备案签名', en: 'Filed signature' })}
        <LevelBadge level="D" />
      </h2>
      <p>
        {say({
          zh: `${filedAt} 由您本人确认提交，管理部门只在办理相关事项时用于核对，企业看不到；更换后旧签名仍保留备查。`,
          en: `Filed by yourself ${filedAt}. The authorities compare with it within a matter only, and no enterprise sees it; after a replacement the old one is kept.`,
        })}
      </p>
      <SignaturePicture signature={signature} />
    </section>
  )
}
