import { createClient, type Fetch } from '@zhuji/contract/client.ts'

/** One browser without a screen: declared routes, and cookies kept as a browser keeps them. */
export function browserless(base: string) {
  const cookies = new Map<string, string>()
  const fetchWithCookies: Fetch = async (url, init) => {
    const headers = new Headers(init.headers)
    headers.set('sec-fetch-site', 'same-origin')
    if (cookies.size > 0)
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    const response = await fetch(url, { ...init, headers })
    for (const line of response.headers.getSetCookie()) keep(line)
    return response
  }
  const keep = (line: string) => {
    const [pair = '', ...attributes] = line.split(';')
    const name = pair.slice(0, pair.indexOf('='))
    const gone = attributes.some((part) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(part))
    if (gone) cookies.delete(name)
    else cookies.set(name, pair.slice(pair.indexOf('=') + 1))
  }
  return {
    call: createClient(base, fetchWithCookies),
    fetch: fetchWithCookies,
    /** For a browser with a screen that goes on as this one. */
    cookies: () => [...cookies].map(([name, value]) => ({ name, value, url: base })),
  }
}
export type Browserless = ReturnType<typeof browserless>
