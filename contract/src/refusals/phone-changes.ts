import type { RefusalTable } from './table.ts'

export const phoneChangesRefusals = {
  'phone-change-done': {
    zh: '本次修改已完成，新手机号已生效。如需再次修改，请重新点击「修改手机号」并刷证。',
    en: 'This change is complete and the new number is bound. To change it again, begin anew and read the card once more.',
  },
  'phone-change-over': {
    zh: '本次修改已超过10分钟，为保证是本人当场办理，请重新点击「修改手机号」并再刷一次证件。',
    en: 'This change is older than 10 minutes. So that it is surely done by the person present, begin anew and read the card again.',
  },
  'phone-change-no-card': {
    zh: '尚未读到本次修改的证件。请将本人身份证放置到读卡器上，等待“嘀”声后再继续。',
    en: 'No card was read for this change yet. Lay the person’s own card on the reader and wait for the beep.',
  },
  'phone-change-not-live': {
    zh: '这条读卡记录不是为本次修改当场读取的，不能用于修改手机号。请重新点击「修改手机号」，当场刷证。',
    en: 'This read was not made for this very change and cannot change a phone. Begin anew and read the card now.',
  },
  'phone-change-other-window': {
    zh: '证件是在另一个窗口读取的，不能在本窗口修改手机号。请在本窗口重新刷证。',
    en: 'The card was read at another window and cannot change a phone here. Read it again at this window.',
  },
  'phone-change-read-old': {
    zh: '读卡已超过10分钟，或读卡电脑的时间不准。请校准时间后重新刷证。',
    en: 'The card was read more than 10 minutes ago, or the clock of the reader’s PC is wrong. Set it and read the card again.',
  },
  'phone-change-not-in-person': {
    zh: '本次读卡不是持证人本人到场（委托人或企业批量），不能修改手机号。请本人携带身份证到窗口办理。',
    en: 'The card was presented by an agent or in an enterprise’s batch, which cannot change a phone. The person must come with the card.',
  },
  'phone-change-card-expired': ({ validUntil }) => ({
    zh: `证件已于 ${validUntil} 到期，不能用于修改手机号。请本人换领新证后携新证办理。`,
    en: `The card expired on ${validUntil} and cannot change a phone. The person should come back with a new card.`,
  }),
  'phone-change-none-bound': {
    zh: '该人员尚未绑定手机号，无需修改。请本人通过「短信用户注册」绑定本人手机号。',
    en: 'No mobile number is bound to this person, so there is nothing to change. They bind one by registering with a text message.',
  },
  'phone-change-same-number': {
    zh: '新手机号与原手机号相同，无需修改。请核对后填写新的手机号。',
    en: 'The new number is the old one. Check it and enter the new number.',
  },
  'phone-change-overtaken': {
    zh: '获取密码之后，该手机号或本人的绑定刚刚有过变更，本次未作修改。请核对号码，重新获取24小时密码后再保存。',
    en: 'Since the code was asked for, this number or this person’s binding has changed, so nothing was changed now. Check the number, ask for a new code and save again.',
  },
  'nothing-to-confirm': {
    zh: '该人员的手机号绑定无需确认。号码有变更的，请填写新手机号办理修改。',
    en: 'This person’s binding needs no confirming. If the number has changed, enter the new one.',
  },
  'binding-lost': {
    zh: '该手机号已由新的使用人在窗口证明并绑定，您原来的绑定已解除，无法再用它登录。请携带本人身份证就近到受理窗口，绑定您现在的手机号。',
    en: 'The new holder of this mobile number has proved it at a window, so your binding to it has ended and it no longer signs you in. Take your card to a service window and bind your present number.',
  },
} as const satisfies RefusalTable
