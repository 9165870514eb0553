import { Alert, Button } from '@patternfly/react-core';
import { useState } from 'react';
import { useTexts } from '../i18n';
import { ApiProblem } from '../api/client';

/** A button that does something at once, shows that it is at work, and says if it failed. */
export function ActionButton({
  text,
  action,
  variant = 'secondary',
  disabled = false,
  testId,
}: {
  text: string;
  action: () => Promise<unknown>;
  /** While what it works on has not been chosen. */
  disabled?: boolean;
  variant?: 'primary' | 'secondary' | 'link';
  testId?: string;
}) {
  const { t } = useTexts();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const run = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await action();
    } catch (error) {
      setFailure(
        error instanceof ApiProblem
          ? [error.body.title, error.body.detail].filter(Boolean).join(' ')
          : String(error),
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <Button
        variant={variant}
        isInline={variant === 'link'}
        isLoading={busy}
        isDisabled={busy || disabled}
        spinnerAriaValueText={t('state.loading')}
        onClick={() => void run()}
        data-testid={testId}
      >
        {text}
      </Button>
      {failure && <Alert component="p" variant="danger" isInline isPlain title={failure} />}
    </>
  );
}
