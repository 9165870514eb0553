import { send } from '../../api/client';
import { type Proposal, PROPOSALS } from '../../api/proposal';
import { GuardedButton } from '../../components/Actions';
import { FormDialog } from '../../components/FormDialog';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { DraftChoices } from './DraftChoices';

/** Makes drafts of several tables in the same way, all of them or none. */
export function AcceptChosen({ chosen, done }: { chosen: Proposal[]; done: () => void }) {
  const { t } = useTexts();
  const form = useForm(
    { categoryCode: '', updateFrequency: 'DAILY', openType: 'CLOSED' },
    async (values) => {
      const proposals = chosen.map(({ id, revision }) => ({ id, revision }));
      await send('POST', `${PROPOSALS}/acceptance`, { ...values, proposals });
      done();
    },
  );
  const text = t('proposal.acceptChosen', { count: chosen.length });
  if (chosen.length === 0) {
    return (
      <GuardedButton variant="secondary" reason={t('proposal.chooseFirst')}>
        {text}
      </GuardedButton>
    );
  }
  return (
    <FormDialog
      title={text}
      confirm={t('proposal.accept')}
      form={form}
      variant="secondary"
      testId="accept-chosen"
    >
      <p>{t('proposal.acceptChosenQuestion')}</p>
      <DraftChoices form={form} />
    </FormDialog>
  );
}
