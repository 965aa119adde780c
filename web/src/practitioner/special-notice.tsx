import { useWords } from '../app/language.tsx'

/** 特别提示 on the scans to prepare (G6, G29). */
export function SpecialNotice() {
  const say = useWords()
  return (
    <aside className="special" aria-labelledby="special-notice">
      <h2 id="special-notice">{say({ zh: '特别提示：', en: 'Please note' })}</h2>
      <p>
        {say({
          zh: '为提高效率，请事先准备以下材料：按照分辨率72dpi~100dpi，比例1:1，文件类型为JPG、JPEG，文件大小不超过300KB的标准，制作学历证书、学位证书扫描件。',
          en: 'Prepare the scans of your certificates: 72–100 dpi, true to scale 1:1, JPG or JPEG, at most 300 KB.',
        })}
      </p>
      <p>
        {say({
          zh: '后续遇资质标准对学历有考核要求的，应及时核验学历证书！',
          en: 'Where a standard examines education, have the certificate checked in time!',
        })}
      </p>
    </aside>
  )
}
