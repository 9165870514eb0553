import { Link, useParams } from 'react-router';
import { type Candidates, CATALOG, type Demand } from '../../api/catalog';
import { useGet, useVersioned } from '../../api/hooks';
import { DataTable } from '../../components/DataTable';
import { Facts, Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { Deadlines } from '../request/Deadlines';
import { EntryLink } from '../reference/EntryValue';
import { DemandActions } from './DemandActions';

/** One demand, who may have it, and the user's step on it. */
export function DemandPage() {
  const { id = '' } = useParams();
  const { t, code, date } = useTexts();
  const demand = useVersioned<Demand>(`${CATALOG}/demands/${id}`);
  const found = demand.data;
  return (
    <PageFrame
      title={found ? t('demand.titleOf', { name: found.data.name }) : t('menu.demands')}
      label={found && <CodeLabel kind="demandState" value={found.data.state} />}
      crumbs={[{ to: '/demands', text: t('menu.demands') }]}
      actions={found && <DemandActions demand={found} />}
    >
      <Remote query={demand}>
        {({ data: d }) => (
          <>
            <Panel title={t('demand.content')}>
              <Facts
                facts={[
                  [t('demand.department'), d.department.name],
                  [t('demand.provider'), d.providerDepartment?.name],
                  [t('demand.preferred'), d.preferredDepartment?.name],
                  [t('demand.items'), d.items.join(t('list.separator'))],
                  [t('request.purpose'), d.purpose],
                  [t('request.legalBasis'), d.legalBasis],
                  [
                    t('request.document'),
                    d.legalBasisId && (
                      <EntryLink key="document" kind="documents" id={d.legalBasisId} />
                    ),
                  ],
                  [t('request.scenario'), d.scenario],
                  [t('request.frequency'), code('updateFrequency', d.frequency)],
                  [
                    t('demand.fulfilled'),
                    d.resource && <Link to={`/catalog/${d.resource.id}`}>{d.resource.name}</Link>,
                  ],
                  [t('demand.answer'), d.answer?.note],
                  [t('demand.availableBy'), date(d.answer?.availableBy)],
                ]}
              />
              <Deadlines clocks={d.clocks} />
            </Panel>
            <CandidatesPanel id={d.id} />
          </>
        )}
      </Remote>
    </PageFrame>
  );
}

function CandidatesPanel({ id }: { id: string }) {
  const { t, code } = useTexts();
  const candidates = useGet<Candidates>(`${CATALOG}/demands/${id}/candidates`);
  const percent = (score: number) => `${Math.round(100 * score)} %`;
  return (
    <Panel title={t('demand.candidates')}>
      <p className="gs-quiet">{t('demand.candidatesLead')}</p>
      <Remote query={candidates}>
        {(found) => (
          <>
            <DataTable
              label={t('demand.candidates')}
              rows={found.resources}
              rowKey={(r) => r.id}
              empty={t('demand.noCandidates')}
              columns={[
                {
                  title: t('resource.name'),
                  render: (r) => <Link to={`/catalog/${r.id}`}>{r.name}</Link>,
                },
                { title: t('resource.department'), render: (r) => r.department.name },
                { title: t('demand.score'), numeric: true, render: (r) => percent(r.score) },
                {
                  title: t('resource.items'),
                  render: (r) => r.matchedItems.join(t('list.separator')),
                },
              ]}
            />
            {found.departments.length > 0 && (
              <DataTable
                label={t('demand.provider')}
                rows={found.departments}
                rowKey={(d, index) => `${d.department.code}-${index}`}
                columns={[
                  { title: t('resource.department'), render: (d) => d.department.name },
                  { title: t('demand.score'), numeric: true, render: (d) => percent(d.score) },
                  { title: t('demand.because'), render: (d) => code('because', d.because) },
                  { title: t('demand.name'), render: (d) => d.name },
                ]}
              />
            )}
          </>
        )}
      </Remote>
    </Panel>
  );
}
