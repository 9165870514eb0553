import { Grid, GridItem } from '@patternfly/react-core';
import { Link, useNavigate } from 'react-router';
import { CATALOG, type Evaluation } from '../../api/catalog';
import { send } from '../../api/client';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';

/** 督查评估: every evaluation the user may see. */
export function EvaluationsPage() {
  const { t, time } = useTexts();
  const me = useUser();
  return (
    <PageFrame
      title={t('menu.evaluations')}
      lead={t('evaluation.lead')}
      actions={may(me, 'evaluate') && <NewEvaluation />}
    >
      <PagedTable<Evaluation>
        path={`${CATALOG}/evaluations`}
        label={t('menu.evaluations')}
        rowKey={(row) => row.id}
        rowTestId="evaluation-row"
        empty={t('evaluation.empty')}
        columns={[
          {
            title: t('evaluation.title'),
            className: 'gs-name-cell',
            render: (row) => <Link to={`/evaluations/${row.id}`}>{row.title}</Link>,
          },
          {
            title: t('evaluation.period'),
            narrow: true,
            render: (row) => `${row.periodFrom} – ${row.periodTo}`,
          },
          {
            title: t('evaluation.state'),
            render: (row) => <CodeLabel kind="evaluationState" value={row.state} />,
          },
          {
            title: t('quality.asOf', { time: '' }),
            narrow: true,
            render: (row) => time(row.computedAt),
          },
        ]}
      />
    </PageFrame>
  );
}

function NewEvaluation() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const form = useForm({ title: '', periodFrom: '', periodTo: '' }, async (values) => {
    const { data } = await send<Evaluation>('POST', `${CATALOG}/evaluations`, {
      title: values.title,
      periodFrom: values.periodFrom || null,
      periodTo: values.periodTo || null,
    });
    await navigate(`/evaluations/${data.id}`);
  });
  return (
    <FormDialog title={t('evaluation.new')} confirm={t('evaluation.create')} form={form}>
      <Grid hasGutter md={6}>
        <GridItem md={12}>
          <TextField {...form.field('title')} label={t('evaluation.title')} required />
        </GridItem>
        <GridItem>
          <TextField
            {...form.field('periodFrom')}
            type="date"
            label={t('evaluation.from')}
            required
          />
        </GridItem>
        <GridItem>
          <TextField {...form.field('periodTo')} type="date" label={t('evaluation.to')} required />
        </GridItem>
      </Grid>
    </FormDialog>
  );
}
