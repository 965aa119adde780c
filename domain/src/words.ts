/** The same said in the two languages of every screen. */
export interface Words {
  zh: string
  en: string
}
export type Language = keyof Words
