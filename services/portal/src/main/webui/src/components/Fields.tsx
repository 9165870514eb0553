import {
  FormGroup,
  FormHelperText,
  FormSelect,
  FormSelectOption,
  HelperText,
  HelperTextItem,
  TextArea,
  TextInput,
} from '@patternfly/react-core';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n';

/** What every field takes. */
export interface FieldProps {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  required?: boolean;
  hint?: ReactNode;
  errors?: string[];
  /** What a reviewer has said about it. */
  remarks?: string[];
}

/** Label, input and messages of one field. */
export function Field({ field, children }: { field: FieldProps; children: ReactNode }) {
  return (
    <FormGroup label={field.label} isRequired={field.required} fieldId={field.id}>
      {children}
      <Messages
        id={`${field.id}-help`}
        errors={field.errors}
        remarks={field.remarks}
        hint={field.hint}
      />
    </FormGroup>
  );
}

/** What is wrong with an input, or else how to fill it; and what a reviewer has said about it. */
export function Messages({
  id,
  errors = [],
  remarks = [],
  hint,
}: {
  id: string;
  errors?: string[];
  remarks?: string[];
  hint?: ReactNode;
}) {
  const { t } = useTexts();
  if (errors.length === 0 && remarks.length === 0 && !hint) {
    return null;
  }
  return (
    <FormHelperText>
      <HelperText id={id} isLiveRegion={errors.length > 0}>
        {remarks.map((remark) => (
          <HelperTextItem key={remark} variant="warning" data-testid="field-remark">
            {t('remark.at', { remark })}
          </HelperTextItem>
        ))}
        {errors.length > 0
          ? errors.map((message) => (
              <HelperTextItem key={message} variant="error">
                {message}
              </HelperTextItem>
            ))
          : hint && <HelperTextItem>{hint}</HelperTextItem>}
      </HelperText>
    </FormHelperText>
  );
}

function described(field: FieldProps) {
  return {
    id: field.id,
    isRequired: field.required,
    validated: (field.errors?.length ?? 0) > 0 ? ('error' as const) : ('default' as const),
    'aria-describedby':
      field.errors?.length || field.remarks?.length || field.hint ? `${field.id}-help` : undefined,
  };
}

export function TextField({
  type = 'text',
  readOnly,
  ...field
}: FieldProps & { type?: 'text' | 'number' | 'date'; readOnly?: boolean }) {
  return (
    <Field field={field}>
      <TextInput
        {...described(field)}
        type={type}
        readOnlyVariant={readOnly ? 'default' : undefined}
        value={field.value}
        onChange={(_, value) => field.onChange(value)}
      />
    </Field>
  );
}

export function LongTextField({ rows = 3, ...field }: FieldProps & { rows?: number }) {
  return (
    <Field field={field}>
      <TextArea
        {...described(field)}
        rows={rows}
        resizeOrientation="vertical"
        value={field.value}
        onChange={(_, value) => field.onChange(value)}
      />
    </Field>
  );
}

export interface Option {
  value: string;
  text: string;
}

export function ChoiceField({
  options,
  placeholder,
  disabled,
  ...field
}: FieldProps & { options: Option[]; placeholder?: string; disabled?: boolean }) {
  return (
    <Field field={field}>
      <FormSelect
        {...described(field)}
        value={field.value}
        isDisabled={disabled}
        onChange={(_, value) => field.onChange(value)}
      >
        {placeholder !== undefined && <FormSelectOption value="" label={placeholder} />}
        {options.map((option) => (
          <FormSelectOption key={option.value} value={option.value} label={option.text} />
        ))}
      </FormSelect>
    </Field>
  );
}

/** A filter above a list: a select whose first choice is "all". */
export function FilterSelect({
  id,
  label,
  all,
  value,
  options,
  onChange,
}: {
  id: string;
  label: string;
  all: string;
  value: string;
  options: Option[];
  onChange: (value: string) => void;
}) {
  return (
    <FormSelect
      id={id}
      aria-label={label}
      value={value}
      onChange={(_, next) => onChange(next)}
      className="gs-filter"
    >
      <FormSelectOption value="" label={all} />
      {options.map((option) => (
        <FormSelectOption key={option.value} value={option.value} label={option.text} />
      ))}
    </FormSelect>
  );
}
