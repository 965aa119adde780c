import { askCaptcha, type CaptchaAnswer, type captchaFaces } from '@zhuji/contract/accounts.ts'
import { ProblemError } from '@zhuji/contract/client.ts'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '../../app/call.ts'
import { solveProof } from './proof.ts'

type Face = (typeof captchaFaces)[number]

export interface Captcha {
  face: Face
  picture: string | null
  /** What was read off the picture. */
  text: string
  /** Tries of the proof of work so far; null when it is done. */
  tries: number | null
  /** Answered rightly before: it stands for the whole form (R3.5). */
  solved: boolean
  error: unknown
  type(text: string): void
  /** 看不清，换一张; or the other way to answer. */
  renew(face?: Face): void
  /** Whether something is left to read off the picture. */
  unread: boolean
  /** The button whose press waits for the proof. */
  waiting: string | null
  /** Sends at once, or by itself as soon as the proof is ready; false when the picture is still unread. */
  press(button: string, send: Send): boolean
  accepted(): void
  /** A new one when the server wants one. */
  refused(error: unknown): void
  /** Why the server wanted this new one. */
  refusal: unknown
}

type Send = (answer: CaptchaAnswer) => void

/** Whether a refusal is about the captcha, so that the captcha's own field tells of it. */
export const isOfCaptcha = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code.startsWith('captcha')

interface Asked {
  id: string
  picture: string | null
  solution: Record<string, unknown> | null
}

let asking: Promise<unknown> = Promise.resolve()

/**
 * One after the other: the first answer gives this browser its mark, to which the captcha is bound; two at once would
 * give it two.
 */
function askInTurn(face: Face, signal: AbortSignal) {
  const turn = asking.then(() => (signal.aborted ? null : call(askCaptcha, { body: { face } })))
  asking = turn.catch(() => {})
  return turn
}

/** One captcha for one form: asked at once, its proof solved in a worker, renewed before it goes stale. */
export function useCaptcha(): Captcha {
  const [face, setFace] = useState<Face>('picture')
  const [round, setRound] = useState(0)
  const [asked, setAsked] = useState<Asked | null>(null)
  const [tries, setTries] = useState<number | null>(0)
  const [text, setText] = useState('')
  const [solved, setSolved] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const [refusal, setRefusal] = useState<unknown>(null)
  const [pressed, setPressed] = useState<{ button: string; send: Send } | null>(null)
  const isSolved = useRef(false)

  const renew = useCallback((wanted?: Face) => {
    isSolved.current = false
    setSolved(false)
    setText('')
    setRefusal(null)
    setPressed(null)
    if (wanted) setFace(wanted)
    setRound((before) => before + 1)
  }, [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each round asks anew
  useEffect(() => {
    const stop = new AbortController()
    let stale: ReturnType<typeof setTimeout> | undefined
    setTries(0)
    setError(null)
    setAsked(null)
    const goneStale = () => {
      if (isSolved.current) return
      if (face === 'picture') renew()
      else setRound((before) => before + 1)
    }
    const ask = async () => {
      const captcha = await askInTurn(face, stop.signal)
      if (!captcha || stop.signal.aborted) return
      setAsked({ id: captcha.id, picture: captcha.picture, solution: null })
      const left = new Date(captcha.expiresAt).getTime() - Date.now() - 5_000
      stale = setTimeout(goneStale, Math.max(left, 30_000))
      const solution = await solveProof(captcha.challenge, setTries, stop.signal)
      if (stop.signal.aborted) return
      if (!solution) throw new Error('no proof found')
      setAsked({ id: captcha.id, picture: captcha.picture, solution })
      setTries(null)
    }
    ask().catch((reason: unknown) => {
      if (stop.signal.aborted) return
      setError(reason)
      setPressed(null)
    })
    return () => {
      stop.abort()
      clearTimeout(stale)
    }
  }, [face, round])

  const unread = !solved && face === 'picture' && text.trim() === ''
  const ready = solved || (asked?.solution != null && !unread)
  const answer: CaptchaAnswer = {
    id: asked?.id ?? '',
    answer: solved || face === 'proof' ? null : text.trim(),
    solution: solved ? null : (asked?.solution ?? null),
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer is whole as soon as it is ready
  useEffect(() => {
    if (!pressed || !ready) return
    setPressed(null)
    pressed.send(answer)
  }, [pressed, ready])

  return {
    face,
    picture: asked?.picture ?? null,
    text,
    tries,
    solved,
    error,
    type: setText,
    renew,
    unread,
    waiting: pressed?.button ?? null,
    press: (button, send) => {
      if (error) renew()
      if (unread || (error && face === 'picture')) return false
      if (ready) send(answer)
      else setPressed({ button, send })
      return true
    },
    accepted: () => {
      isSolved.current = true
      setSolved(true)
    },
    refused: (reason) => {
      if (!isOfCaptcha(reason)) return
      renew()
      setRefusal(reason)
    },
    refusal,
  }
}
