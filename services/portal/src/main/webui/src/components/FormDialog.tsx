import { Button, Form, Modal, ModalBody, ModalFooter, ModalHeader } from '@patternfly/react-core';
import { type ReactNode, useId, useState } from 'react';
import { useTexts } from '../i18n';
import { ProblemAlert } from './Remote';
import type { useForm } from './useForm';

type AnyForm = Pick<ReturnType<typeof useForm>, 'values' | 'problem' | 'busy' | 'submit'> & {
  setProblem: (problem: unknown) => void;
};

/** A button that opens a form; it closes when what was entered has been taken. */
export function FormDialog({
  title,
  text = title,
  confirm,
  form,
  variant = 'primary',
  onOpen,
  label,
  children,
  testId,
}: {
  title: string;
  /** What the button says; the title if absent. */
  text?: string;
  confirm: string;
  form: AnyForm;
  variant?: 'primary' | 'secondary' | 'link';
  /** What is to be read before the form is filled. */
  onOpen?: () => Promise<void>;
  /** What the button is called where its text says too little. */
  label?: string;
  children: ReactNode;
  testId?: string;
}) {
  const { t } = useTexts();
  const titleId = useId();
  const [open, setOpen] = useState(false);
  const close = () => {
    setOpen(false);
    form.setProblem(null);
  };
  const show = async () => {
    setOpen(true);
    try {
      await onOpen?.();
    } catch (failure) {
      form.setProblem(failure);
    }
  };
  const submit = async () => {
    if (await form.submit()) {
      close();
    }
  };
  return (
    <>
      <Button
        variant={variant}
        isInline={variant === 'link'}
        aria-label={label}
        onClick={() => void show()}
        data-testid={testId}
      >
        {text}
      </Button>
      <Modal variant="medium" isOpen={open} onEscapePress={close} aria-labelledby={titleId}>
        <ModalHeader title={title} labelId={titleId} />
        <ModalBody>
          {form.problem !== null && (
            <ProblemAlert error={form.problem} hiddenFields={(field) => field in form.values} />
          )}
          <Form
            onSubmit={(event) => {
              event.preventDefault();
              void submit();
            }}
          >
            {children}
            <input type="submit" hidden />
          </Form>
        </ModalBody>
        <ModalFooter>
          <Button
            isLoading={form.busy}
            isDisabled={form.busy}
            spinnerAriaValueText={t('state.loading')}
            onClick={() => void submit()}
            data-testid={testId && `${testId}-confirm`}
          >
            {confirm}
          </Button>
          <Button variant="link" onClick={close} isDisabled={form.busy}>
            {t('action.cancel')}
          </Button>
        </ModalFooter>
      </Modal>
    </>
  );
}
