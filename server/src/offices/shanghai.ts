import type { NewOffice, NewWindow } from './repository.ts'

/** GB/T 2260 codes; the city centre serves the whole city. */
export const districtNames: ReadonlyMap<string, string> = new Map([
  ['310000', '全市'],
  ['310101', '黄浦区'],
  ['310104', '徐汇区'],
  ['310105', '长宁区'],
  ['310106', '静安区'],
  ['310107', '普陀区'],
  ['310109', '虹口区'],
  ['310110', '杨浦区'],
  ['310112', '闵行区'],
  ['310113', '宝山区'],
  ['310114', '嘉定区'],
  ['310115', '浦东新区'],
  ['310116', '金山区'],
  ['310117', '松江区'],
  ['310118', '青浦区'],
  ['310120', '奉贤区'],
  ['310151', '崇明区'],
])

interface KnownWindow {
  code: string
  name: string
  district: string
  /** null: not known; the page says that it is to be confirmed. */
  address: string | null
  hours: string | null
  phone: string | null
}

/** The city's hall and one window in each district, as far as public sources tell; what they do not tell stays null. */
const knownWindows: readonly KnownWindow[] = [
  {
    code: 'W00',
    name: '市建设管理部门行政服务中心受理大厅',
    district: '310000',
    address: '小木桥路683号',
    hours: '周一至周四 9:15-11:15, 13:45-16:45; 周五 9:15-11:15',
    phone: null,
  },
  {
    code: 'W01',
    name: '黄浦区行政服务中心(建筑建材业受理窗口)',
    district: '310101',
    address: '巨鹿路139号',
    hours: null,
    phone: null,
  },
  {
    code: 'W02',
    name: '徐汇区行政服务中心(建筑建材业受理窗口)',
    district: '310104',
    address: '南宁路969号',
    hours: null,
    phone: null,
  },
  {
    code: 'W03',
    name: '长宁区行政服务中心(建筑建材业受理窗口)',
    district: '310105',
    address: '长宁路599号',
    hours: null,
    phone: null,
  },
  {
    code: 'W04',
    name: '静安区行政服务中心(建筑建材业受理窗口)',
    district: '310106',
    address: '秣陵路38号',
    hours: null,
    phone: null,
  },
  {
    code: 'W05',
    name: '普陀区行政服务中心(建筑建材业受理窗口)',
    district: '310107',
    address: '同普路602号',
    hours: null,
    phone: null,
  },
  {
    code: 'W06',
    name: '虹口区行政服务中心(建筑建材业受理窗口)',
    district: '310109',
    address: '飞虹路518号',
    hours: null,
    phone: null,
  },
  {
    code: 'W07',
    name: '杨浦区行政服务中心(建筑建材业受理窗口)',
    district: '310110',
    address: '惠民路800号',
    hours: null,
    phone: null,
  },
  {
    code: 'W08',
    name: '闵行区行政服务中心(建筑建材业受理窗口)',
    district: '310112',
    address: '秀文路600号',
    hours: null,
    phone: null,
  },
  {
    code: 'W09',
    name: '宝山区行政服务中心(建筑建材业受理窗口)',
    district: '310113',
    address: null,
    hours: null,
    phone: null,
  },
  {
    code: 'W10',
    name: '嘉定区行政服务中心(建筑建材业受理窗口)',
    district: '310114',
    address: '嘉戬公路118号',
    hours: '周一至周五 9:00-11:30, 13:00-17:00',
    phone: null,
  },
  {
    code: 'W11',
    name: '浦东新区行政服务中心(建筑建材业受理窗口)',
    district: '310115',
    address: '合欢路2号(市民中心)',
    hours: null,
    phone: null,
  },
  {
    code: 'W12',
    name: '金山区行政服务中心(建筑建材业受理窗口)',
    district: '310116',
    address: null,
    hours: null,
    phone: null,
  },
  {
    code: 'W13',
    name: '松江区行政服务中心(建筑建材业受理窗口)',
    district: '310117',
    address: '乐都西路867号',
    hours: null,
    phone: null,
  },
  {
    code: 'W14',
    name: '青浦区行政服务中心(建筑建材业受理窗口)',
    district: '310118',
    address: '北青公路8098号',
    hours: '周一至周四 9:00-11:30, 13:30-16:30; 周五 9:00-11:30, 13:30-15:30',
    phone: null,
  },
  {
    code: 'W15',
    name: '奉贤区行政服务中心(建筑建材业受理窗口)',
    district: '310120',
    address: '望园南路1529弄',
    hours: '周一至周五 8:30-11:30, 13:00-16:30',
    phone: null,
  },
  {
    code: 'W16',
    name: '崇明区行政服务中心(建筑建材业受理窗口)',
    district: '310151',
    address: '翠竹路1501号',
    hours: null,
    phone: null,
  },
]

const cityHall = '市建设管理部门行政服务中心'
const departmentOf = ({ district }: KnownWindow): string =>
  district === '310000' ? cityHall : `${districtNames.get(district)}建设管理部门受理中心`

/** One department for each window: the city's centre (R7.3) and those of the districts. */
export const shanghaiDepartments: readonly Omit<NewOffice, 'id'>[] = knownWindows.map((window) => ({
  code: window.code.replace('W', 'D'),
  name: departmentOf(window),
  scope: window.district === '310000' ? 'city' : 'district',
  district: window.district,
}))

export const shanghaiWindows: readonly Omit<NewWindow, 'id'>[] = knownWindows.map(
  ({ code, name, address, hours, phone }) => ({
    departmentCode: code.replace('W', 'D'),
    code,
    name,
    address: address ?? '地址待确认',
    hours,
    phone,
  }),
)
