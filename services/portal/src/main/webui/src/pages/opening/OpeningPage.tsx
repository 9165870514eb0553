import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { CATALOG, type Opening, OPENING_STATUSES } from '../../api/catalog';
import { send } from '../../api/client';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { useFilter } from '../../components/DataTable';
import { ChoiceField, FilterSelect, LongTextField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { SearchBox } from '../../components/SearchBox';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';

/** 开放目录计划: what is open, will be, could be, or stays closed. */
export function OpeningPage() {
  const { t, code, date } = useTexts();
  const me = useUser();
  const [q, setQ] = useFilter('q');
  const [status, setStatus] = useFilter('status');
  return (
    <PageFrame title={t('menu.opening')} lead={t('opening.lead')}>
      <div>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <SearchBox id="opening-search" label={t('action.search')} value={q} onSearch={setQ} />
            </ToolbarItem>
            <ToolbarItem>
              <FilterSelect
                id="filter-status"
                label={t('opening.status')}
                all={t('opening.allStatus')}
                value={status}
                onChange={setStatus}
                options={OPENING_STATUSES.map((value) => ({
                  value,
                  text: code('openingStatus', value),
                }))}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <PagedTable<Opening>
          path={`${CATALOG}/opening-plan`}
          filters={{ q, status }}
          label={t('menu.opening')}
          rowKey={(row) => row.resource.id}
          rowTestId="opening-row"
          empty={t('opening.empty')}
          columns={[
            {
              title: t('resource.name'),
              className: 'gs-name-cell',
              render: (row) => <Link to={`/catalog/${row.resource.id}`}>{row.resource.name}</Link>,
            },
            { title: t('resource.department'), render: (row) => row.department.name },
            {
              title: t('opening.status'),
              render: (row) =>
                `${code('openingStatus', row.status)}${row.proposed ? t('opening.proposed') : ''}`,
            },
            {
              title: t('opening.plannedBy'),
              narrow: true,
              render: (row) => date(row.plannedBy),
            },
            {
              title: t('opening.review'),
              render: (row) => row.review && <CodeLabel kind="openingReview" value={row.review} />,
            },
            {
              title: t('opening.plan'),
              narrow: true,
              render: (row) => (
                <>
                  {may(me, 'edit') &&
                    row.department.code === me.department?.code &&
                    row.status !== 'ALREADY_OPEN' && <PlanButton row={row} />}
                  {me.roles.includes('catalog-publisher') && row.review === 'PENDING' && (
                    <ReviewButtons row={row} />
                  )}
                </>
              ),
            },
          ]}
        />
      </div>
    </PageFrame>
  );
}

function PlanButton({ row }: { row: Opening }) {
  const { t, code } = useTexts();
  const form = useForm(
    { status: row.status as string, plannedBy: row.plannedBy ?? '', reason: row.reason ?? '' },
    async (values) => {
      await send(
        'PUT',
        `${CATALOG}/opening-plan/${row.resource.id}`,
        {
          status: values.status,
          plannedBy: values.status === 'PLANNED' ? values.plannedBy || null : null,
          reason: values.reason.trim() || null,
        },
        `"${row.revision}"`,
      );
    },
  );
  return (
    <FormDialog title={t('opening.plan')} confirm={t('opening.save')} form={form} variant="link">
      <ChoiceField
        {...form.field('status')}
        label={t('opening.status')}
        required
        options={OPENING_STATUSES.filter((value) => value !== 'ALREADY_OPEN').map((value) => ({
          value,
          text: code('openingStatus', value),
        }))}
      />
      <TextField {...form.field('plannedBy')} type="date" label={t('opening.plannedBy')} />
      <LongTextField {...form.field('reason')} rows={2} label={t('opening.reason')} />
    </FormDialog>
  );
}

function ReviewButtons({ row }: { row: Opening }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const review = async (decision: string, remark: string) => {
    await send(
      'POST',
      `${CATALOG}/opening-plan/${row.resource.id}/review`,
      { decision, remark: remark || null },
      `"${row.revision}"`,
    );
    await queries.invalidateQueries();
  };
  return (
    <>
      <ConfirmButton
        text={t('opening.approve')}
        title={t('opening.approve')}
        question={t('opening.approveQuestion', { name: row.resource.name })}
        variant="link"
        remark="optional"
        action={(remark) => review('APPROVE', remark)}
      />
      <ConfirmButton
        text={t('opening.return')}
        title={t('opening.return')}
        question={t('opening.returnQuestion')}
        variant="link"
        remark="required"
        action={(remark) => review('RETURN', remark)}
      />
    </>
  );
}
