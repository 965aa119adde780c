import type { News } from './reading-news.ts'

let audio: AudioContext | undefined

/** The 嘀 of a read is one high tone; trouble is two low ones, so that both are told apart without looking. */
const tones: Record<NonNullable<News>, readonly { hertz: number; at: number; seconds: number }[]> = {
  read: [{ hertz: 1760, at: 0, seconds: 0.14 }],
  trouble: [
    { hertz: 330, at: 0, seconds: 0.18 },
    { hertz: 247, at: 0.24, seconds: 0.28 },
  ],
}

/** Browsers give sound only after a key or click: called by the one that starts reading. */
export function wakeSound(): void {
  audio ??= new AudioContext()
  if (audio.state === 'suspended') void audio.resume()
}

export function beep(news: NonNullable<News>): void {
  if (audio?.state !== 'running') return
  for (const { hertz, at, seconds } of tones[news]) playTone(audio, hertz, audio.currentTime + at, seconds)
}

function playTone(context: AudioContext, hertz: number, from: number, seconds: number): void {
  const tone = new OscillatorNode(context, { frequency: hertz, type: 'sine' })
  const volume = new GainNode(context, { gain: 0 })
  // Ramps instead of steps: a step clicks.
  volume.gain.setValueAtTime(0, from)
  volume.gain.linearRampToValueAtTime(0.25, from + 0.01)
  volume.gain.setValueAtTime(0.25, from + seconds - 0.03)
  volume.gain.linearRampToValueAtTime(0, from + seconds)
  tone.connect(volume).connect(context.destination)
  tone.start(from)
  tone.stop(from + seconds)
}
