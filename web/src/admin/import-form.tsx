import { useMutation } from '@tanstack/react-query'
import { mostNamesInImport } from '@zhuji/contract/full-names.ts'
import { checkFullNameLines } from '@zhuji/domain/full-name-lines.ts'
import { fullNameListWords } from '@zhuji/domain/full-names.ts'
import { type FullNameList, fullNameLists } from '@zhuji/domain/record-declaration.ts'
import { Alert, Button, Form, Input, Progress, Select } from 'antd'
import { useMemo, useState } from 'react'
import { useWords } from '../app/language.tsx'
import { newId } from '../app/new-id.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { type ImportToSend, importsChanged, sendImport } from './full-name-queries.ts'
import { ImportPreview } from './import-preview.tsx'
import { ImportReport } from './import-report.tsx'
import { type ChosenFile, NameFileField } from './name-file-field.tsx'

interface Typed {
  list: FullNameList
  source: string
  edition: string
}

const words = {
  title: { zh: '导入名录', en: 'Import a list' },
  list: { zh: '名录', en: 'List' },
  source: { zh: '来源', en: 'Source' },
  sourceHint: {
    zh: '发布机构和文件名称，如：教育部 全国高等学校名单',
    en: 'Who published it and what it is called',
  },
  edition: { zh: '版本', en: 'Edition' },
  editionHint: { zh: '如：2026年6月', en: 'For example 2026-06' },
  button: { zh: '开始导入', en: 'Import' },
} as const

const namesOf = ({ rows, column, headed }: ChosenFile) =>
  checkFullNameLines(
    rows.slice(headed ? 1 : 0).map((row) => row[column] ?? ''),
    headed ? 2 : 1,
  )

/** Chooses list and file, shows what would be taken and what not, then sends it (R4.6). */
export function ImportForm() {
  const say = useWords()
  const [form] = Form.useForm<Typed>()
  const list = Form.useWatch('list', form)
  const [chosen, setChosen] = useState<ChosenFile | null>(null)
  const [importId, setImportId] = useState(newId)
  const [sent, setSent] = useState(0)
  const checked = useMemo(() => chosen && namesOf(chosen), [chosen])
  const names = checked?.names ?? []
  const isTooLong = names.length > mostNamesInImport
  const send = useMutation({
    mutationFn: (toSend: ImportToSend) => sendImport(toSend, setSent),
    onMutate: () => setSent(0),
    onSuccess: importsChanged,
  })
  const choose = (file: ChosenFile | null) => {
    send.reset()
    setChosen(file)
    // Another content is another import.
    setImportId(newId())
  }
  const begin = (typed: Typed) => send.mutate({ id: importId, ...typed, names })
  const another = () => {
    choose(null)
    form.resetFields()
  }
  const missing = (zh: string, en: string) => [{ required: true, whitespace: true, message: say({ zh, en }) }]
  if (send.data && checked)
    return <ImportReport report={send.data} rejected={checked.rejected.length} another={another} />
  return (
    <section aria-labelledby="import" className="admin-panel">
      <h2 id="import">{say(words.title)}</h2>
      <Form<Typed>
        form={form}
        name="import"
        layout="vertical"
        validateTrigger="onBlur"
        disabled={send.isPending}
        onValuesChange={() => send.isError && choose(chosen)}
        onFinish={begin}
      >
        <div className="admin-fields">
          <Form.Item
            name="list"
            label={say(words.list)}
            rules={[{ required: true, message: say({ zh: '请选择名录', en: 'Choose a list' }) }]}
          >
            <Select
              options={fullNameLists.map((one) => ({ value: one, label: say(fullNameListWords[one]) }))}
            />
          </Form.Item>
          <Form.Item
            name="source"
            label={say(words.source)}
            extra={say(words.sourceHint)}
            rules={[
              ...missing('请写明来源', 'State the source'),
              { min: 2, message: say({ zh: '至少 2 个字', en: 'At least 2 characters' }) },
            ]}
          >
            <Input maxLength={100} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="edition"
            label={say(words.edition)}
            extra={say(words.editionHint)}
            rules={missing('请写明版本', 'State the edition')}
          >
            <Input maxLength={40} autoComplete="off" />
          </Form.Item>
        </div>
        <NameFileField chosen={chosen} choose={choose} disabled={send.isPending} />
        {checked && <ImportPreview checked={checked} list={list} />}
        {isTooLong && (
          <Alert
            type="error"
            showIcon
            role="alert"
            className="problem"
            title={say({
              zh: `一次最多导入 ${mostNamesInImport} 条，请拆分文件后分次导入。`,
              en: `At most ${mostNamesInImport} names at once: split the file and import the parts one by one.`,
            })}
          />
        )}
        <div role="status">
          {send.isPending && (
            <Progress
              percent={Math.floor((sent / Math.max(1, names.length)) * 100)}
              aria-label={say({ zh: '导入进度', en: 'Import progress' })}
            />
          )}
        </div>
        <ProblemAlert error={send.error} again={() => form.submit()} />
        <Button
          type="primary"
          htmlType="submit"
          loading={send.isPending}
          disabled={names.length === 0 || isTooLong}
        >
          {say(words.button)}
        </Button>
        {names.length === 0 && (
          <p className="quiet">
            {say({ zh: '选择文件并预览后即可导入。', en: 'Choose a file first; then it can be imported.' })}
          </p>
        )}
      </Form>
    </section>
  )
}
