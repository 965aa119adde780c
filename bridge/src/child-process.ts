/** Tells a parent that started this process over IPC where it listens, and ends with that parent or on a signal. */
export function liveWithParent(ready: Record<string, number>, close: () => Promise<void>): void {
  let closing = false
  const end = () => {
    if (closing) return
    closing = true
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  process.once('disconnect', end)
  process.send?.({ ready: true, ...ready })
}
