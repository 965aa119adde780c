import { useMutation } from '@tanstack/react-query'
import { Alert, Button, Form } from 'antd'
import { useState } from 'react'
import { useWords } from '../../app/language.tsx'
import { PageHeading } from '../../app/page-frame.tsx'
import { queryClient } from '../../app/query-client.ts'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { FreshCodeField } from '../fresh-code-field.tsx'
import { usePersonId } from '../profile.ts'
import { BrokenOffError, fetchExport, saveFile } from './download.ts'
import { ExportContents } from './export-contents.tsx'
import './export.css'

/** 导出我的信息: what the file contains, a fresh code, and the file (R12.4, R3.4). */
export function ExportPage() {
  const say = useWords()
  const personId = usePersonId()
  const [form] = Form.useForm<{ code: string }>()
  const [bytes, setBytes] = useState(0)
  const fetching = useMutation({
    mutationFn: (code: string) => fetchExport(personId, code, setBytes),
    onMutate: () => setBytes(0),
    onSuccess: (file) => {
      saveFile(file)
      // The export stands in the timeline and in the inbox by now.
      for (const queryKey of [['accesses', personId], ['messages', personId], ['session']])
        void queryClient.invalidateQueries({ queryKey })
      form.resetFields()
    },
    onError: () => document.getElementById('code')?.focus(),
  })
  const brokenOff = fetching.error instanceof BrokenOffError
  return (
    <>
      <PageHeading>{say({ zh: '导出我的信息', en: 'Export my data' })}</PageHeading>
      <p>
        {say({
          zh: '把系统中与您有关的全部信息导出为一个压缩文件（ZIP），供您查阅、留存或另作他用。',
          en: 'Everything that this system keeps about you, in one ZIP file to read, keep or use elsewhere.',
        })}
      </p>
      <ExportContents />
      <Form
        form={form}
        layout="vertical"
        className="export-form"
        onFinish={({ code }) => fetching.mutate(code)}
      >
        <FreshCodeField purpose="export" />
        <ProblemAlert error={brokenOff ? null : fetching.error} />
        {brokenOff && (
          <Alert
            type="error"
            showIcon
            role="alert"
            className="problem"
            title={say({
              zh: '下载在中途断开，文件不完整，没有保存。请检查网络，重新获取验证码后再导出。',
              en: 'The download broke off half-way, so nothing was saved. Check the network, get a new code and export again.',
            })}
          />
        )}
        <Button type="primary" htmlType="submit" loading={fetching.isPending}>
          {say({ zh: '导出并下载', en: 'Export and download' })}
        </Button>
        <div role="status" className="export-state">
          {fetching.isPending && <Progress bytes={bytes} />}
          {fetching.isSuccess && <Saved bytes={bytes} />}
        </div>
      </Form>
    </>
  )
}

const size = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

function Progress({ bytes }: { bytes: number }) {
  const say = useWords()
  return (
    <>
      <progress aria-label={say({ zh: '正在下载', en: 'Downloading' })} />
      <span aria-hidden="true">
        {bytes === 0
          ? say({ zh: '正在整理您的信息…', en: 'Gathering your data…' })
          : say({ zh: `已下载 ${size(bytes)}…`, en: `${size(bytes)} so far…` })}
      </span>
    </>
  )
}

function Saved({ bytes }: { bytes: number }) {
  const say = useWords()
  return (
    <Alert
      type="success"
      showIcon
      role="none"
      className="problem"
      title={say({ zh: `导出完成，共 ${size(bytes)}。`, en: `Done: ${size(bytes)}.` })}
      description={say({
        zh: '文件已保存到本设备的“下载”。打开压缩文件中的“个人信息.html”即可阅读和打印。文件内容未加密，请妥善保管；在他人设备上操作的，请用后删除。',
        en: 'It lies in this device’s downloads. Open “个人信息.html” inside to read and print. The file is not encrypted: keep it safe, and delete it from a device that is not yours.',
      })}
    />
  )
}
