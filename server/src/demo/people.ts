import type { CardFacts } from '@zhuji/domain/card-facts.ts'
import { citizenCheckCharacter } from '@zhuji/domain/citizen-number.ts'
import { residenceCheckDigit } from '@zhuji/domain/residence-number.ts'

export interface DemoPerson {
  label: string
  mobile: string
  /** What the seed brings them to; everybody else's card was never read. */
  seeded: 'collected' | 'registered' | null
  card: CardFacts & { kind: Exclude<CardFacts['kind'], 'unknown'> }
}

/** Of a region that no real number has. */
const citizenNumber = (birthDate: string, sequence: string, region = '119999'): string => {
  const first17 = `${region}${birthDate.replaceAll('-', '')}${sequence}`
  return `${first17}${citizenCheckCharacter(first17)}`
}

const citizen = {
  kind: 'citizen',
  englishName: null,
  ethnicCode: '01',
  address: '测试省虚构市样例路1号',
  issuer: '虚构市公安局样例分局',
  validFrom: '2020-01-01',
  validUntil: '2040-01-01',
  nationality: null,
  permitNumber: null,
} as const

const foreigner = {
  englishName: 'SAMPLE, TEST',
  ethnicCode: null,
  birthDate: '1990-01-01',
  address: null,
  issuer: null,
  permitNumber: null,
} as const

/** Plainly synthetic people, one for each case that a clerk meets. */
export const demoPersons: readonly DemoPerson[] = [
  {
    label: '居民身份证，一切正常（男）',
    mobile: '19900000001',
    seeded: null,
    card: {
      ...citizen,
      name: '测试甲',
      sex: 'male',
      birthDate: '1990-01-01',
      number: citizenNumber('1990-01-01', '001'),
    },
  },
  {
    label: '已采集并注册',
    mobile: '19900000002',
    seeded: 'registered',
    card: {
      ...citizen,
      name: '测试乙',
      sex: 'female',
      birthDate: '1988-03-15',
      number: citizenNumber('1988-03-15', '002'),
      address: '测试省虚构市样例路2号',
    },
  },
  {
    label: '已采集，尚未注册',
    mobile: '19900000003',
    seeded: 'collected',
    card: {
      ...citizen,
      name: '测试丙',
      sex: 'male',
      birthDate: '1985-05-05',
      number: citizenNumber('1985-05-05', '003'),
      address: '测试省虚构市样例路3号',
    },
  },
  {
    label: '居民身份证，一切正常（女）',
    mobile: '19900000004',
    seeded: null,
    card: {
      ...citizen,
      name: '测试丁',
      sex: 'female',
      birthDate: '1992-07-07',
      number: citizenNumber('1992-07-07', '004'),
      address: '测试省虚构市样例路4号',
    },
  },
  {
    label: '长期有效的身份证',
    mobile: '19900000005',
    seeded: null,
    card: {
      ...citizen,
      name: '测试戊',
      sex: 'male',
      birthDate: '1950-03-03',
      number: citizenNumber('1950-03-03', '005'),
      validFrom: '2005-03-03',
      validUntil: 'long-term',
    },
  },
  {
    label: '已过期的身份证',
    mobile: '19900000006',
    seeded: null,
    card: {
      ...citizen,
      name: '测试己',
      sex: 'female',
      birthDate: '1978-09-09',
      number: citizenNumber('1978-09-09', '006'),
      validFrom: '2004-09-09',
      validUntil: '2024-09-09',
    },
  },
  {
    label: '未满 16 周岁',
    mobile: '19900000007',
    seeded: null,
    card: {
      ...citizen,
      name: '测试庚',
      sex: 'male',
      birthDate: '2016-06-01',
      number: citizenNumber('2016-06-01', '007'),
      validFrom: '2024-06-01',
      validUntil: '2029-06-01',
    },
  },
  {
    label: '姓名含生僻字（芯片为自造字编码）',
    mobile: '19900000008',
    seeded: null,
    card: {
      ...citizen,
      name: '测试\uE863',
      sex: 'female',
      birthDate: '1970-08-20',
      number: citizenNumber('1970-08-20', '008'),
    },
  },
  {
    label: '港澳台居民居住证',
    mobile: '19900000009',
    seeded: null,
    card: {
      ...citizen,
      kind: 'hkmotw',
      name: '测试辛',
      sex: 'male',
      ethnicCode: null,
      birthDate: '1991-01-01',
      number: citizenNumber('1991-01-01', '009', '810000'),
      validFrom: '2024-01-01',
      validUntil: '2044-01-01',
      permitNumber: 'H00000009',
    },
  },
  {
    label: '外国人永久居留身份证（2017 版）',
    mobile: '19900000010',
    seeded: null,
    card: {
      ...foreigner,
      kind: 'foreigner2017',
      name: '测试壬',
      sex: 'male',
      number: `XXX11009001011${residenceCheckDigit('XXX11009001011')}`,
      validFrom: '2018-01-01',
      validUntil: '2038-01-01',
      nationality: 'XXX',
    },
  },
  {
    label: '外国人永久居留身份证（2023 版）',
    mobile: '19900000011',
    seeded: null,
    card: {
      ...foreigner,
      kind: 'foreigner2023',
      name: '测试癸',
      sex: 'female',
      number: citizenNumber('1990-01-01', '002', '911199'),
      validFrom: '2024-01-01',
      validUntil: '2034-01-01',
      nationality: 'XXY',
    },
  },
]
