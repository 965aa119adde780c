import { useWords } from '../app/language.tsx'
import { PageHeading } from '../app/page-frame.tsx'
import { Editions } from './editions.tsx'
import { ImportForm } from './import-form.tsx'

/** 全称名录: lists of full names to be imported, seen and withdrawn (R4.6). */
export function FullNamesPage() {
  const say = useWords()
  return (
    <>
      <PageHeading>{say({ zh: '全称名录', en: 'Full names' })}</PageHeading>
      <p>
        {say({
          zh: '填报人输入学校、专业、单位等名称时，系统从这里导入的名录、以及窗口已为三名以上人员核对过的名称中给出全称建议，不自行编造。',
          en: 'While people type names of schools, specialties or units, full names are offered from the lists imported here, and from names that windows have checked for three people or more. None is made up.',
        })}
      </p>
      <ImportForm />
      <Editions />
    </>
  )
}
