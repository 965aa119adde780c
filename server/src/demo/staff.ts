import type { NewStaff } from '../accounts/staff/create-staff.ts'

/** Two clerks of one window, so that one can look at the other's work, and one of another district; and an administrator. */
export const demoStaffAccounts = [
  {
    account: 'clerk1',
    displayName: '测试窗口甲',
    role: 'clerk',
    windowCode: 'W01',
    password: 'demo-clerk-one',
    secondFactor: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
  },
  {
    account: 'clerk2',
    displayName: '测试窗口乙',
    role: 'clerk',
    windowCode: 'W02',
    password: 'demo-clerk-two',
    secondFactor: 'KRSXG5CTMVRXEZLUKRSXG5CTMVRXEZLU',
  },
  {
    account: 'clerk3',
    displayName: '测试窗口丙',
    role: 'clerk',
    windowCode: 'W01',
    password: 'demo-clerk-three',
    secondFactor: 'ONSWG4TFORUW4ZLDONSWG4TFORUW4ZLD',
  },
  {
    account: 'admin1',
    displayName: '测试管理员',
    role: 'administrator',
    windowCode: null,
    password: 'demo-admin-one',
    secondFactor: 'MFZWIZDFMZTWQ2LKMFZWIZDFMZTWQ2LK',
  },
] as const satisfies readonly NewStaff[]
