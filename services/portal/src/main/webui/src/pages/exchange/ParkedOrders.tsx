import { Link } from 'react-router';
import type { Page } from '../../api/catalog';
import { EXCHANGE, type ParkedOrder } from '../../api/exchange';
import { useGet } from '../../api/hooks';
import { Section } from '../../components/Facts';
import { PagedTable } from '../../components/PagedTable';
import { NONE, useTexts } from '../../i18n';

/** Who has given parked rows of a service up, and on what grounds; nothing if nobody has. */
export function ParkedOrders({ service }: { service: string }) {
  const { t, code, number, time } = useTexts();
  const path = `${EXCHANGE}/services/${service}/parked-rows/discarding`;
  // The same page as the list below asks for first, asked for once.
  const any = useGet<Page<ParkedOrder>>(`${path}?page=0&size=5`);
  if (!any.data || any.data.total === 0) return null;
  return (
    <Section title={t('parkedOrder.title')}>
      <PagedTable<ParkedOrder>
        part
        path={path}
        list="discarding."
        defaultSize={5}
        label={t('parkedOrder.title')}
        rowKey={(order) => order.id}
        rowTestId="discarding-row"
        columns={[
          { title: t('parkedOrder.at'), narrow: true, render: (it) => time(it.orderedAt) },
          { title: t('parkedOrder.by'), render: (it) => it.orderedBy },
          { title: t('parked.rows'), numeric: true, render: (it) => number(it.rows) },
          {
            title: t('parked.reason'),
            render: (it) => (it.reason ? code('runReason', it.reason) : t('parkedOrder.any')),
          },
          {
            title: t('run.one'),
            narrow: true,
            className: 'gs-mono',
            render: (it) =>
              it.runId ? (
                <Link to={`/exchange/runs/${it.runId}`}>{it.runId.slice(0, 8)}</Link>
              ) : (
                NONE
              ),
          },
          { title: t('parked.grounds'), render: (it) => it.grounds },
        ]}
      />
    </Section>
  );
}
