import { Spin } from 'antd'
import { useEffect, useState } from 'react'
import { useWords } from '../app/language.tsx'

/** Shows that something is running, once it has run for 0.3 s. */
export function Loading() {
  const say = useWords()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), 300)
    return () => clearTimeout(timer)
  }, [])
  if (!late) return null
  return (
    <div role="status" className="loading">
      <Spin />
      <span>{say({ zh: '正在加载…', en: 'Loading…' })}</span>
    </div>
  )
}
