import type { ScanLimits } from '@zhuji/domain/scan-rules.ts'
import { ownSize, type SheetName, type SheetSize, sheetNames, sheets } from '@zhuji/domain/scan-sheets.ts'
import { InputNumber, Select } from 'antd'
import { useId } from 'react'
import { useWords } from '../../app/language.tsx'

interface Props {
  sheet: SheetName
  size: SheetSize
  aspect: number
  limits: ScanLimits
  choose(sheet: SheetName): void
  measure(size: SheetSize): void
}

/** Which paper it is, since a photo tells no size; or its own measures in mm. */
export function SheetChoice({ sheet, size, aspect, limits, choose, measure }: Props) {
  const say = useWords()
  const id = useId()
  const words = (name: SheetName) =>
    name === 'own'
      ? say({ zh: '其他尺寸（自己量）', en: 'Another size (measured)' })
      : `${say(sheets[name].words)} · ${sheets[name].short} × ${sheets[name].long} mm`
  const other = (mm: number) => Math.round(mm)
  const side = (name: keyof SheetSize, label: string, set: (mm: number) => SheetSize) => (
    <div className="studio-side">
      <label htmlFor={`${id}-${name}`}>{label}</label>
      <InputNumber
        id={`${id}-${name}`}
        value={Math.round(size[name] * 10) / 10}
        min={1}
        max={2000}
        suffix="mm"
        onChange={(mm) => mm !== null && measure(set(Number(mm)))}
      />
    </div>
  )
  return (
    <div className="studio-sheet">
      <label htmlFor={id}>{say({ zh: '证书纸张大小', en: 'Paper of the certificate' })}</label>
      <Select
        id={id}
        value={sheet}
        onChange={choose}
        options={sheetNames.map((name) => ({ value: name, label: words(name) }))}
      />
      {sheet === 'own' && (
        <div className="studio-sides">
          {side('widthMm', say({ zh: '宽', en: 'Width' }), (mm) => ({
            widthMm: mm,
            heightMm: other(mm / aspect),
          }))}
          {side('heightMm', say({ zh: '高', en: 'Height' }), (mm) => ({ ...size, heightMm: mm }))}
        </div>
      )}
      {sheet === 'own' && <OwnSizeHint size={size} aspect={aspect} limits={limits} />}
    </div>
  )
}

function OwnSizeHint({ size, aspect, limits }: Pick<Props, 'size' | 'aspect' | 'limits'>) {
  const say = useWords()
  const decision = ownSize(size, aspect, limits)
  if (decision.granted)
    return (
      <p className="hint">
        {say({
          zh: '用尺量一下证书的宽和高；填了宽，高会按图片形状算出，可以再改。',
          en: 'Measure the certificate with a ruler. Its height follows from its width and the picture’s shape; correct it if need be.',
        })}
      </p>
    )
  const { refusal } = decision
  return (
    <p className="suspicion" role="alert">
      {refusal.code === 'side-out-of-range'
        ? say({
            zh: `每边应为 ${refusal.min}~${refusal.max} mm，请重新量。`,
            en: `Each side must be ${refusal.min}–${refusal.max} mm. Measure again.`,
          })
        : say({
            zh: '宽高比例与图片形状相差太大，扫描件会变形。请检查尺寸，或调整四个角。',
            en: 'These measures do not fit the picture’s shape; the scan would be distorted. Check them, or move the corners.',
          })}
    </p>
  )
}
