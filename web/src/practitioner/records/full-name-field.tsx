import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { suggestFullNames } from '@zhuji/contract/full-names.ts'
import { cleanFullName, fullNameHints, fullNameHintWords } from '@zhuji/domain/full-names.ts'
import type { FullNameList } from '@zhuji/domain/record-declaration.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { AutoComplete, Input } from 'antd'
import { type ComponentProps, useEffect, useState } from 'react'
import { call } from '../../app/call.ts'
import { useWords } from '../../app/language.tsx'

interface Props {
  list: FullNameList
  /** Names the field in what is pointed out. */
  label: Words
  maxLength: number
  id?: string
  value?: string | null
  onChange?: (value: string) => void
  onBlur?: () => void
  disabled?: boolean
  'aria-required'?: 'true'
  'aria-invalid'?: 'true'
  'aria-describedby'?: string
}

const mostHints = 3

// The library makes the first option that begins with what was typed the active one, and Tab or Enter would take it in
// place of what was typed. With a sign before it that nobody types, an option is active only once chosen by arrow key.
const mark = '\u0001'
const optionOf = (name: string) => ({ value: mark + name, label: name })

const namesQuery = (list: FullNameList, q: string) =>
  queryOptions({
    queryKey: ['full-names', list, q],
    queryFn: () => call(suggestFullNames, { query: { list, q } }),
    staleTime: 10 * 60_000,
    placeholderData: keepPreviousData,
  })

/** The text once typing has rested for a moment. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 250)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

/** While no option is active the library points at one that does not exist; a screen reader must not follow. */
function NameInput({ 'aria-activedescendant': active, ...input }: ComponentProps<typeof Input>) {
  return <Input {...input} {...(active?.endsWith('_-1') === false && { 'aria-activedescendant': active })} />
}

/**
 * A name in full: offers names that are known, and points out odd signs while typing and short forms once it rests;
 * it never keeps anything from being typed or saved (R4.6, G5).
 */
export function FullNameField({ list, label, maxLength, value, onChange, onBlur, ...field }: Props) {
  const say = useWords()
  const text = value ?? ''
  const settled = useSettled(text)
  const [entered, setEntered] = useState(false)
  const hints = fullNameHints(text, list)
  const asked = cleanFullName(settled)
  const looksShort = hints.some(({ code }) => code === 'short-form')
  const found = useQuery({ ...namesQuery(list, asked), enabled: asked !== '' && (entered || looksShort) })
  const names = asked === '' ? [] : (found.data?.names ?? [])
  // What was found for the text of a moment ago may not fit the text of now.
  const wanted = cleanFullName(text).toLowerCase()
  const offered = names.filter((name) => name !== text && name.toLowerCase().includes(wanted))
  // While it is being typed every name is short; one that is known is full whatever its ending.
  const isShortForm = looksShort && settled === text && !found.isFetching && !names.includes(asked)
  const shown = hints.filter(({ code }) => code !== 'short-form' || isShortForm).slice(0, mostHints)
  return (
    <>
      <AutoComplete
        {...field}
        value={text}
        options={offered.map(optionOf)}
        onChange={(typed: string | undefined) => onChange?.((typed ?? '').replace(mark, ''))}
        onFocus={() => setEntered(true)}
        {...(onBlur && { onBlur })}
        defaultActiveFirstOption={false}
        showSearch={{ filterOption: false }}
        className="full-name"
      >
        <NameInput maxLength={maxLength} autoComplete="off" spellCheck={false} />
      </AutoComplete>
      <div aria-live="polite">
        {shown.map((hint) => (
          <div
            key={hint.code === 'short-form' ? hint.code : `${hint.code}${hint.position}`}
            className="full-name-hint"
          >
            ⚠ {say(fullNameHintWords(hint, label))}
          </div>
        ))}
      </div>
    </>
  )
}
