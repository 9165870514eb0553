import { useQueryClient } from '@tanstack/react-query';
import { CATALOG } from '../../api/catalog';
import { send } from '../../api/client';
import { useDepartments } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import type { Column } from '../../components/DataTable';
import { ChoiceField, LongTextField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';

interface Reservation {
  id: string;
  prefix: string;
  firstNumber: number;
  lastNumber: number;
  departmentCode: string;
  reason: string;
  reservedBy: string;
  reservedAt: string;
  releasedBy?: string;
  releasedAt?: string;
  revision: number;
}

/** 预留号段: numbers held back for the resources of one department. */
export function ReservationsPage() {
  const { t, time } = useTexts();
  const me = useUser();
  const { departmentName } = useDepartments();
  const columns: Column<Reservation>[] = [
    { title: t('scheme.prefix'), className: 'gs-mono', render: (row) => row.prefix },
    {
      title: t('reservation.range'),
      narrow: true,
      className: 'gs-mono',
      render: (row) => `${five(row.firstNumber)}–${five(row.lastNumber)}`,
    },
    { title: t('reservation.for'), render: (row) => departmentName(row.departmentCode) },
    { title: t('system.reason'), render: (row) => row.reason },
    { title: t('reservation.by'), narrow: true, render: (row) => row.reservedBy },
    { title: t('reservation.at'), narrow: true, render: (row) => time(row.reservedAt) },
    {
      title: t('reservation.released'),
      render: (row) =>
        row.releasedAt
          ? t('reservation.releasedBy', { by: row.releasedBy ?? '', at: time(row.releasedAt) })
          : t('reservation.inForce'),
    },
  ];
  if (may(me, 'manage')) {
    columns.push({
      title: t('reservation.release'),
      narrow: true,
      render: (row) => !row.releasedAt && <Release reservation={row} />,
    });
  }
  return (
    <PageFrame
      title={t('menu.reservations')}
      lead={t('reservation.lead')}
      actions={may(me, 'manage') && <Reserve />}
    >
      <PagedTable<Reservation>
        path={`${CATALOG}/identifier-reservations`}
        label={t('menu.reservations')}
        rowKey={(row) => row.id}
        rowTestId="reservation-row"
        empty={t('reservation.empty')}
        columns={columns}
      />
    </PageFrame>
  );
}

function five(number: number): string {
  return String(number).padStart(5, '0');
}

function Release({ reservation }: { reservation: Reservation }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  return (
    <ConfirmButton
      text={t('reservation.release')}
      title={t('reservation.release')}
      question={t('reservation.releaseQuestion', {
        range: `${reservation.prefix}/${five(reservation.firstNumber)}–${five(reservation.lastNumber)}`,
      })}
      variant="link"
      action={async () => {
        const path = `${CATALOG}/identifier-reservations/${reservation.id}/release`;
        await send('POST', path, undefined, `"${reservation.revision}"`);
        await queries.invalidateQueries();
      }}
    />
  );
}

function Reserve() {
  const { t } = useTexts();
  const { departments } = useDepartments();
  const begin = { prefix: '', firstNumber: '', lastNumber: '', departmentCode: '', reason: '' };
  const form = useForm(begin, async (values) => {
    await send('POST', `${CATALOG}/identifier-reservations`, {
      ...values,
      prefix: values.prefix.trim(),
      firstNumber: values.firstNumber === '' ? null : Number(values.firstNumber),
      lastNumber: values.lastNumber === '' ? null : Number(values.lastNumber),
      departmentCode: values.departmentCode || null,
    });
    form.set(begin);
  });
  return (
    <FormDialog
      title={t('reservation.reserve')}
      confirm={t('reservation.reserve')}
      form={form}
      testId="reserve"
    >
      <TextField
        {...form.field('prefix')}
        label={t('scheme.prefix')}
        hint={t('reservation.prefixHint')}
        required
      />
      <TextField
        {...form.field('firstNumber')}
        type="number"
        label={t('reservation.first')}
        required
      />
      <TextField
        {...form.field('lastNumber')}
        type="number"
        label={t('reservation.last')}
        required
      />
      <ChoiceField
        {...form.field('departmentCode')}
        label={t('reservation.for')}
        placeholder={t('field.choose')}
        options={departments.map((d) => ({ value: d.code, text: d.name }))}
        required
      />
      <LongTextField {...form.field('reason')} label={t('system.reason')} required />
    </FormDialog>
  );
}
