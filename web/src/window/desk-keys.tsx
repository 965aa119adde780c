import { KeyHelp } from './key-help.tsx'

/** The keys of the desk, in the order of the work. */
export function DeskKeys() {
  return (
    <KeyHelp
      hints={[
        { keys: ['Enter'], does: { zh: '核对本项，转下一项', en: 'Confirm the field' } },
        { keys: ['↑', '↓'], does: { zh: '换一项', en: 'Other field' } },
        { keys: ['Delete'], does: { zh: '撤销本项', en: 'Take it back' } },
        { keys: ['1–5'], does: { zh: '不予核对理由', en: 'Reasons to refuse' } },
        { keys: ['N'], does: { zh: '说明', en: 'Note' } },
        { keys: ['Ctrl+Enter'], does: { zh: '作出决定', en: 'Decide' } },
        { keys: ['+', '−', '0'], does: { zh: '缩放', en: 'Zoom' } },
        { keys: ['R'], does: { zh: '旋转', en: 'Turn' } },
        { keys: ['←', '→'], does: { zh: '翻页', en: 'Page' } },
        { keys: ['PgUp', 'PgDn'], does: { zh: '上下移动', en: 'Scroll the scan' } },
        { keys: ['[', ']'], does: { zh: '换一件证书', en: 'Other certificate' } },
        { keys: ['P'], does: { zh: '本人 / 委托人', en: 'Person / agent' } },
        { keys: ['F2'], does: { zh: '读下一位', en: 'Next person' } },
        { keys: ['/'], does: { zh: '输入号码', en: 'Type a number' } },
      ]}
    />
  )
}
