import {
  Button,
  type ButtonProps,
  Content,
  Form,
  FormGroup,
  FormHelperText,
  HelperText,
  HelperTextItem,
  Modal,
  ModalBody,
  ModalFooter,
  ModalHeader,
  TextArea,
  Tooltip,
} from '@patternfly/react-core';
import { type ReactNode, useId, useState } from 'react';
import { useTexts } from '../i18n';
import { ProblemAlert } from './Remote';

/** A button that, when it cannot be used, still takes focus and says why. */
export function GuardedButton({
  reason,
  children,
  ...button
}: Omit<ButtonProps, 'ref'> & { reason?: string | null }) {
  if (!reason) {
    return <Button {...button}>{children}</Button>;
  }
  return (
    <Tooltip content={reason} aria="describedby">
      <Button {...button} component="button" href={undefined} isAriaDisabled onClick={undefined}>
        {children}
      </Button>
    </Tooltip>
  );
}

/** A button that asks once more, takes a remark where one is due, and shows a refusal. */
export function ConfirmButton({
  text,
  title,
  question,
  remark,
  confirm,
  variant = 'primary',
  danger,
  reason,
  testId,
  action,
  children,
  canConfirm = true,
}: {
  text: string;
  title: string;
  question: ReactNode;
  /** Whether a remark is taken, and whether it must be given. */
  remark?: 'optional' | 'required';
  confirm?: string;
  variant?: ButtonProps['variant'];
  danger?: boolean;
  reason?: string | null;
  testId?: string;
  action: (remark: string) => Promise<unknown>;
  children?: ReactNode;
  canConfirm?: boolean;
}) {
  const { t } = useTexts();
  const titleId = useId();
  const remarkId = useId();
  const [open, setOpen] = useState(false);
  const [value, setValue] = useState('');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const close = () => {
    setOpen(false);
    setError(null);
    setValue('');
  };
  const missing = remark === 'required' && value.trim() === '';
  const run = async () => {
    setBusy(true);
    setError(null);
    try {
      await action(value.trim());
      close();
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <GuardedButton
        variant={variant}
        isDanger={danger && variant !== 'primary'}
        reason={reason}
        onClick={() => setOpen(true)}
        data-testid={testId}
      >
        {text}
      </GuardedButton>
      <Modal
        variant="small"
        isOpen={open}
        onEscapePress={close}
        aria-labelledby={titleId}
        data-testid="confirmation"
      >
        <ModalHeader title={title} labelId={titleId} />
        <ModalBody>
          {error !== null && <ProblemAlert error={error} />}
          <Content component="p">{question}</Content>
          {(children || remark) && (
            <Form
              onSubmit={(event) => {
                event.preventDefault();
                if (!missing && canConfirm) void run();
              }}
            >
              {children}
              {remark && (
                <FormGroup
                  label={t('field.remark')}
                  isRequired={remark === 'required'}
                  fieldId={remarkId}
                >
                  <TextArea
                    id={remarkId}
                    value={value}
                    onChange={(_, next) => setValue(next)}
                    rows={3}
                    resizeOrientation="vertical"
                    isRequired={remark === 'required'}
                    data-testid="remark"
                  />
                  {remark === 'required' && (
                    <FormHelperText>
                      <HelperText>
                        <HelperTextItem>{t('field.remarkRequired')}</HelperTextItem>
                      </HelperText>
                    </FormHelperText>
                  )}
                </FormGroup>
              )}
            </Form>
          )}
        </ModalBody>
        <ModalFooter>
          <Button
            variant={danger ? 'danger' : 'primary'}
            isLoading={busy}
            spinnerAriaValueText={t('state.loading')}
            isDisabled={busy || missing || !canConfirm}
            onClick={() => void run()}
            data-testid="confirm"
          >
            {confirm ?? text}
          </Button>
          <Button variant="link" onClick={close} isDisabled={busy}>
            {t('action.cancel')}
          </Button>
        </ModalFooter>
      </Modal>
    </>
  );
}
