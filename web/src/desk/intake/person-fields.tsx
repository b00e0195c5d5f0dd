// Who files: checked with the same rules as the server, field by field, as each is left.

import { NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { bornWith, parseIdentityNumber } from '@motcua/domain/identity-number';
import { parsePhoneNumber, phoneText } from '@motcua/domain/phone-number';
import { Section } from '../../ui/section.tsx';
import { intakeWords } from '../../words/intake.ts';
import classes from './intake.module.css';
import type { IntakeValues } from './values.ts';

const words = intakeWords.person;
const { card } = intakeWords;

export function PersonFields({
  form,
  allowDemo,
}: {
  form: UseFormReturnType<IntakeValues>;
  allowDemo: boolean;
}) {
  const { applicant } = form.getValues();
  const identity = parseIdentityNumber(applicant.identityNumber, { allowDemo });
  const born =
    identity.ok && identity.identity.kind === 'personal' ? bornWith(identity.identity.number) : null;

  const leaveIdentity = () => {
    if (applicant.identityNumber.trim() !== '' && !identity.ok)
      form.setFieldError('applicant.identityNumber', identity.message);
  };
  const leavePhone = () => {
    if (applicant.phone.trim() === '') return;
    const phone = parsePhoneNumber(applicant.phone);
    if (phone.ok) form.setFieldValue('applicant.phone', phoneText(phone.phone));
    else form.setFieldError('applicant.phone', phone.message);
  };
  return (
    <Section title={words.title}>
      <div className={classes['fields']}>
        <TextInput label={words.fullName} autoComplete="off" {...form.getInputProps('applicant.fullName')} />
        <TextInput
          label={words.identityNumber}
          description={born === null ? undefined : words.bornText(words.born[born.sex], born.year)}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="numeric"
          autoComplete="off"
          {...form.getInputProps('applicant.identityNumber')}
          onBlur={leaveIdentity}
        />
        <TextInput
          label={
            <>
              {words.phone} <span className={classes['optional']}>{words.optional}</span>
            </>
          }
          description={words.phoneWhy}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          inputMode="tel"
          autoComplete="off"
          {...form.getInputProps('applicant.phone')}
          onBlur={leavePhone}
        />
        <TextInput label={words.address} autoComplete="off" {...form.getInputProps('applicant.address')} />
        {applicant.bornOn !== '' && (
          <div className={classes['card']}>
            <TextInput
              type="date"
              data-no-walk
              label={card.bornOn}
              {...form.getInputProps('applicant.bornOn')}
            />
            <NativeSelect
              label={card.sex}
              data={Object.entries(card.sexes).map(([value, label]) => ({ value, label }))}
              {...form.getInputProps('applicant.sex')}
            />
            <TextInput
              type="date"
              data-no-walk
              label={card.issuedOn}
              {...form.getInputProps('applicant.issuedOn')}
            />
          </div>
        )}
        <TextInput
          label={
            <>
              {words.email} <span className={classes['optional']}>{words.optional}</span>
            </>
          }
          inputMode="email"
          autoComplete="off"
          {...form.getInputProps('applicant.email')}
        />
        <TextInput
          label={
            <>
              {words.summary} <span className={classes['optional']}>{words.optional}</span>
            </>
          }
          description={words.summaryHint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          autoComplete="off"
          {...form.getInputProps('summary')}
        />
      </div>
    </Section>
  );
}
