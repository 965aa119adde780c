import { useEffect, useRef } from 'react'

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>

const typing =
  'input:not([type=radio]):not([type=checkbox]):not([type=button]), textarea, select, [contenteditable]'
const pressable = 'button, a[href], [role=button], [role=combobox], [role=option], [role=menuitem]'

/** Ctrl+Enter, Alt+1, Enter, a: how the tables of this face name a key. */
function nameOf(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key
  return `${event.ctrlKey || event.metaKey ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${key}`
}

/** Whether the element under the cursor wants this key for itself. */
function isTaken(name: string, target: Element): boolean {
  if (target.closest('[role=dialog], .ant-select-dropdown')) return true
  if (/^(F\d|Ctrl\+|Alt\+)/.test(name)) return false
  if (target.closest(typing)) return true
  return (name === 'Enter' || name === 'Space') && target.closest(pressable) !== null
}

/** Whether the page may take this key: not while a dialog is open, text is composed or something else took it. */
function isOurs(name: string, event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing) return false
  if (!(event.target instanceof Element) || isTaken(name, event.target)) return false
  return document.querySelector('.ant-modal-wrap:not([style*="display: none"])') === null
}

/**
 * Keys of the whole page, by name. A field keeps what is typed into it, a focused button its Enter and Space, an open
 * dialog everything; a key that is held down counts once, so that nothing is confirmed by a sleeve.
 */
export function useKeys(keys: Keys, active = true): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    if (!active) return
    const press = (event: KeyboardEvent) => {
      const name = nameOf(event)
      const act = latest.current[name]
      if (!act || !isOurs(name, event)) return
      event.preventDefault()
      if (!event.repeat) act(event)
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [active])
}
