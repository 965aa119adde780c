import { useMutation } from '@tanstack/react-query'
import { giveCardFacts } from '@zhuji/contract/accounts.ts'
import type { ComparedField } from '@zhuji/domain/typed-signs.ts'
import type { Words } from '@zhuji/domain/words.ts'
import { Button, Checkbox, Form, Input } from 'antd'
import { call } from '../../app/call.ts'
import { useWords } from '../../app/language.tsx'
import { DateField } from '../../ui/date-field.tsx'
import { ProblemAlert } from '../../ui/problem-alert.tsx'
import { TypedSigns } from '../../ui/typed-signs.tsx'
import { type Attempt, type CardTyped, keepAttempt } from './attempt.ts'
import { Exactness } from './exactness.tsx'

interface Props {
  attempt: Attempt
  go: (next: Attempt) => void
  failed: (error: unknown) => void
}

const facts = ({ address, issuer, permitNumber, nationality, birthDate, ...typed }: CardTyped) => ({
  address: address ?? null,
  issuer: issuer ?? null,
  validFrom: typed.validFrom ?? '',
  validUntil: typed.longTerm ? ('long-term' as const) : (typed.validUntil ?? ''),
  permitNumber: permitNumber ?? null,
  nationality: nationality ?? null,
  birthDate: birthDate ?? null,
})

/** Step 2: the facts that this kind of card carries; one verdict for all of them (G17, R3.3). */
export function CardFactsStep({ attempt, go, failed }: Props) {
  const say = useWords()
  const [form] = Form.useForm<CardTyped>()
  const longTerm = Form.useWatch('longTerm', form)
  const { asks } = attempt
  const give = useMutation({
    mutationFn: (typed: CardTyped) => call(giveCardFacts, { body: facts(typed) }),
    onSuccess: ({ expiresAt }) => go({ ...attempt, step: 2, expiresAt, typed: {} }),
    onError: failed,
  })
  const dateRule = {
    required: true,
    message: say({ zh: '请填写日期，如 2016.03.05', en: 'Give a date, such as 2016.03.05' }),
  }
  return (
    <Form<CardTyped>
      form={form}
      layout="vertical"
      validateTrigger="onBlur"
      initialValues={attempt.typed}
      onValuesChange={(_, all) => keepAttempt({ ...attempt, typed: { ...attempt.typed, ...all } })}
      onFinish={(typed) => give.mutate(typed)}
    >
      <h2>{say({ zh: '身份证信息验证', en: 'Verify your identity card' })}</h2>
      <ProblemAlert error={give.error} />
      {asks === 'foreigner' ? (
        <>
          <LetterField
            name="nationality"
            label={{ zh: '国籍（证件上的三个字母）', en: 'Nationality (three letters)' }}
            maxLength={3}
          />
          <Form.Item name="birthDate" label={say({ zh: '出生日期', en: 'Birth date' })} rules={[dateRule]}>
            <DateField />
          </Form.Item>
        </>
      ) : (
        <>
          <LetterField name="address" label={{ zh: '住址', en: 'Address' }} maxLength={200} signs="address" />
          <LetterField
            name="issuer"
            label={{ zh: '签发机关', en: 'Issuing authority' }}
            maxLength={100}
            signs="issuer"
          />
        </>
      )}
      {asks === 'hkmotw' && (
        <LetterField
          name="permitNumber"
          label={{ zh: '通行证号码', en: 'Travel permit number' }}
          maxLength={30}
        />
      )}
      <fieldset className="validity">
        <legend>{say({ zh: '有效期限', en: 'Validity' })}</legend>
        <Form.Item name="validFrom" label={say({ zh: '起', en: 'From' })} rules={[dateRule]}>
          <DateField />
        </Form.Item>
        <Form.Item
          name="validUntil"
          label={say({ zh: '止', en: 'Until' })}
          rules={[{ ...dateRule, required: !longTerm }]}
        >
          <DateField disabled={longTerm === true} />
        </Form.Item>
        <Form.Item name="longTerm" valuePropName="checked">
          <Checkbox>{say({ zh: '长期', en: 'Long-term' })}</Checkbox>
        </Form.Item>
      </fieldset>
      <Exactness />
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={give.isPending}>
          {say({ zh: '验证', en: 'Verify' })}
        </Button>
        <Button onClick={() => go({ ...attempt, step: 0, expiresAt: null })}>
          {say({ zh: '上一步', en: 'Back' })}
        </Button>
      </div>
    </Form>
  )
}

interface LetterProps {
  name: 'address' | 'issuer' | 'permitNumber' | 'nationality'
  label: Words
  maxLength: number
  signs?: ComparedField
}

function LetterField({ name, label, maxLength, signs }: LetterProps) {
  const say = useWords()
  const text = Form.useWatch<string | undefined>(name)
  return (
    <Form.Item
      name={name}
      label={say(label)}
      extra={signs && <TypedSigns text={text} field={signs} />}
      rules={[{ required: true, message: say({ zh: `请填写${label.zh}`, en: `Type: ${label.en}` }) }]}
    >
      <Input autoComplete="off" maxLength={maxLength} />
    </Form.Item>
  )
}
