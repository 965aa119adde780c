/** An instant as people here write it, with its time. */
export const momentText = (instant: string): string =>
  new Date(instant).toLocaleString('zh-CN', {
    timeZone: 'Asia/Shanghai',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
