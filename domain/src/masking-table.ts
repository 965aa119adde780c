import { maskAddress, maskBirthDate, maskMobile, maskMobileShort, maskName, maskNumber } from './masking.ts'

/** Who looks. */
export const viewerRoles = [
  'practitioner-self',
  'clerk',
  'enterprise',
  'reviewer',
  'administrator',
  'public',
] as const
export type ViewerRole = (typeof viewerRoles)[number]

/** What is looked at. */
export const personalFields = [
  'name',
  'number',
  'mobile',
  'address',
  'birth-date',
  'portrait',
  'issuer',
  'validity',
  'scan',
  'referee-phone',
  'sex',
  'ethnic-group',
  'nationality',
] as const
export type PersonalField = (typeof personalFields)[number]

/** Where it is shown. */
export const maskedScreens = [
  'card-panel',
  'verification',
  'profile',
  'list',
  'phone-change',
  'audit',
] as const
export type MaskedScreen = (typeof maskedScreens)[number]

/** How a field is shown: whole, in its masked form, in the guide's short form (mobile only), or not at all. */
export type Shown = 'clear' | 'masked' | 'short' | 'hidden'

/**
 * The one masking table (R12.2): role × screen × field. What it does not name is hidden; what it hides or masks
 * is unmasked only by an act with a reason, never by another row.
 */
export const maskingTable = {
  'practitioner-self': {
    profile: {
      name: 'clear',
      number: 'clear',
      mobile: 'masked',
      address: 'clear',
      'birth-date': 'clear',
      portrait: 'clear',
      issuer: 'clear',
      validity: 'clear',
      scan: 'clear',
      'referee-phone': 'clear',
      sex: 'clear',
      'ethnic-group': 'clear',
      nationality: 'clear',
    },
    'phone-change': { name: 'clear', number: 'masked', mobile: 'short' },
    audit: { name: 'clear' },
  },
  clerk: {
    // The card lies on the reader before the clerk: its own facts are shown whole.
    'card-panel': {
      name: 'clear',
      number: 'clear',
      mobile: 'short',
      address: 'clear',
      'birth-date': 'clear',
      portrait: 'clear',
      issuer: 'clear',
      validity: 'clear',
      sex: 'clear',
      'ethnic-group': 'clear',
      nationality: 'clear',
    },
    verification: {
      name: 'clear',
      number: 'masked',
      'birth-date': 'masked',
      portrait: 'clear',
      scan: 'clear',
    },
    profile: { name: 'clear', number: 'masked', mobile: 'masked', portrait: 'clear', scan: 'clear' },
    list: { name: 'clear', number: 'masked' },
    'phone-change': { name: 'clear', number: 'masked', mobile: 'short', portrait: 'clear' },
  },
  enterprise: {
    profile: { name: 'clear', number: 'masked' },
    list: { name: 'clear', number: 'masked' },
  },
  reviewer: {
    verification: { name: 'clear', number: 'masked', portrait: 'clear', scan: 'clear' },
    profile: {
      name: 'clear',
      number: 'masked',
      'birth-date': 'masked',
      portrait: 'clear',
      scan: 'clear',
      'referee-phone': 'masked',
    },
    list: { name: 'clear', number: 'masked' },
  },
  administrator: {
    list: { name: 'masked', number: 'masked' },
    audit: { name: 'masked', number: 'masked', mobile: 'masked' },
  },
  public: {},
} as const satisfies Record<ViewerRole, Partial<Record<MaskedScreen, Partial<Record<PersonalField, Shown>>>>>

/** How a role sees a field on a screen (R12.2); hidden wherever the table says nothing. */
export function shown(role: ViewerRole, field: PersonalField, screen: MaskedScreen): Shown {
  const screens: Partial<Record<MaskedScreen, Partial<Record<PersonalField, Shown>>>> = maskingTable[role]
  return screens[screen]?.[field] ?? 'hidden'
}

/** Masks of the fields that have a form between whole and nothing. */
const masks: Partial<Record<PersonalField, (value: string) => string>> = {
  name: maskName,
  number: maskNumber,
  mobile: maskMobile,
  address: maskAddress,
  'birth-date': maskBirthDate,
  'referee-phone': maskMobile,
}

/**
 * A field's text as this role may see it on this screen; null when hidden, and when a masked field has no masked
 * form (R12.2).
 */
export function maskedValue(
  role: ViewerRole,
  field: PersonalField,
  screen: MaskedScreen,
  value: string,
): string | null {
  const how = shown(role, field, screen)
  if (how === 'clear') return value
  if (how === 'hidden') return null
  if (how === 'short' && field === 'mobile') return maskMobileShort(value)
  return masks[field]?.(value) ?? null
}
