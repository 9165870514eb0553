import { Grid, GridItem } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { CATALOG, type Delegation } from '../../api/catalog';
import { send } from '../../api/client';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { LongTextField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';
import { Colleagues } from './HandOver';

/** 委托办理: who sees to whose tasks, and when. */
export function DelegationsPage() {
  const { t, date } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  return (
    <PageFrame
      title={t('menu.delegations')}
      lead={t('delegation.lead')}
      crumbs={[{ to: '/tasks', text: t('menu.tasks') }]}
      actions={<NewDelegation />}
    >
      <PagedTable<Delegation>
        path={`${CATALOG}/delegations`}
        label={t('menu.delegations')}
        rowKey={(d) => d.id}
        rowTestId="delegation-row"
        empty={t('delegation.empty')}
        columns={[
          { title: t('delegation.delegator'), render: (d) => d.delegator },
          { title: t('delegation.delegate'), render: (d) => d.delegate },
          { title: t('delegation.first'), narrow: true, render: (d) => date(d.firstDay) },
          { title: t('delegation.last'), narrow: true, render: (d) => date(d.lastDay) },
          { title: t('delegation.remark'), render: (d) => d.remark },
          {
            title: t('delegation.active'),
            render: (d) => (d.active ? t('delegation.on') : t('delegation.off')),
          },
          {
            title: t('delegation.end'),
            narrow: true,
            render: (d) =>
              d.delegator === me.name &&
              !d.endedAt && (
                <ConfirmButton
                  text={t('delegation.end')}
                  title={t('delegation.end')}
                  question={t('delegation.endQuestion', { delegate: d.delegate })}
                  variant="link"
                  action={async () => {
                    await send(
                      'POST',
                      `${CATALOG}/delegations/${d.id}/end`,
                      undefined,
                      `"${d.revision}"`,
                    );
                    await queries.invalidateQueries();
                  }}
                />
              ),
          },
        ]}
      />
    </PageFrame>
  );
}

function NewDelegation() {
  const { t } = useTexts();
  const form = useForm({ delegate: '', firstDay: '', lastDay: '', remark: '' }, async (values) => {
    await send('POST', `${CATALOG}/delegations`, {
      delegate: values.delegate,
      firstDay: values.firstDay || null,
      lastDay: values.lastDay || null,
      remark: values.remark.trim() || null,
    });
  });
  return (
    <FormDialog title={t('delegation.new')} confirm={t('delegation.create')} form={form}>
      <Grid hasGutter md={6}>
        <GridItem md={12}>
          <Colleagues field={form.field('delegate')} label={t('delegation.delegate')} />
        </GridItem>
        <GridItem>
          <TextField
            {...form.field('firstDay')}
            type="date"
            label={t('delegation.first')}
            required
          />
        </GridItem>
        <GridItem>
          <TextField {...form.field('lastDay')} type="date" label={t('delegation.last')} required />
        </GridItem>
        <GridItem md={12}>
          <LongTextField {...form.field('remark')} rows={2} label={t('delegation.remark')} />
        </GridItem>
      </Grid>
    </FormDialog>
  );
}
