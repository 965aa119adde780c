import type { ChangeEvent, ReactNode } from 'react'
import { useWords } from '../../app/language.tsx'
import './scan-studio.css'

interface Props {
  take(file: File): void
  disabled?: boolean
  children?: ReactNode
}

const anything = 'image/*,.heic,.heif,.pdf,application/pdf'

/** The two ways to a picture: the camera, on devices that are held in the hand, and any file. */
export function ChooseSource({ take, disabled = false, children }: Props) {
  const say = useWords()
  return (
    <div className="choose-source">
      <label className="choose-camera">
        <span className="link-button primary">{say({ zh: '拍照', en: 'Take a photo' })}</span>
        <input
          type="file"
          className="sr-only"
          accept="image/*"
          capture="environment"
          disabled={disabled}
          onChange={chosen(take)}
        />
      </label>
      <label>
        <span className="link-button">{say({ zh: '选择文件', en: 'Choose a file' })}</span>
        <input
          type="file"
          className="sr-only"
          accept={anything}
          disabled={disabled}
          onChange={chosen(take)}
        />
      </label>
      {children}
    </div>
  )
}

// Emptied, so that choosing the same file again is heard.
const chosen =
  (take: Props['take']) =>
  ({ target }: ChangeEvent<HTMLInputElement>) => {
    const file = target.files?.[0]
    target.value = ''
    if (file) take(file)
  }
