import { ActionGroup, Button } from '@patternfly/react-core';
import { Link } from 'react-router';
import { useTexts } from '../i18n';

/** The buttons below a form: send it, or go back to where one came from. */
export function FormActions({
  text,
  busy,
  back,
  testId,
}: {
  text: string;
  busy: boolean;
  back: string;
  testId?: string;
}) {
  const { t } = useTexts();
  return (
    <ActionGroup>
      <Button
        type="submit"
        isLoading={busy}
        isDisabled={busy}
        spinnerAriaValueText={t('state.loading')}
        data-testid={testId}
      >
        {text}
      </Button>
      <Button variant="link" component={(props: object) => <Link {...props} to={back} />}>
        {t('action.cancel')}
      </Button>
    </ActionGroup>
  );
}
