import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { CATALOG, type DepartmentResult, type Evaluation } from '../../api/catalog';
import { getVersioned, send, type Versioned } from '../../api/client';
import { useGet, useVersioned } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { type Column, DataTable } from '../../components/DataTable';
import { Facts, Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { NONE, useTexts } from '../../i18n';
import { portalAddress } from './addresses';

/** One evaluation with its results. */
export function EvaluationPage() {
  const { id = '' } = useParams();
  const { t, time } = useTexts();
  const evaluation = useVersioned<Evaluation>(`${CATALOG}/evaluations/${id}`);
  return (
    <PageFrame
      title={evaluation.data?.data.title ?? t('menu.evaluations')}
      crumbs={[{ to: '/evaluations', text: t('menu.evaluations') }]}
      actions={evaluation.data && <EvaluationActions evaluation={evaluation.data} />}
    >
      <Remote query={evaluation}>
        {({ data }) => (
          <>
            <Panel title={t('evaluation.period')}>
              <Facts
                facts={[
                  [t('evaluation.period'), `${data.periodFrom} – ${data.periodTo}`],
                  [
                    t('evaluation.state'),
                    <CodeLabel key="state" kind="evaluationState" value={data.state} />,
                  ],
                  [t('quality.asOf', { time: '' }), time(data.computedAt)],
                ]}
              />
            </Panel>
            <Results id={id} />
          </>
        )}
      </Remote>
    </PageFrame>
  );
}

function EvaluationActions({ evaluation }: { evaluation: Versioned<Evaluation> }) {
  const { t } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const { data, version } = evaluation;
  const path = `${CATALOG}/evaluations/${data.id}`;
  const step = async (name: string) => {
    await send('POST', `${path}/${name}`, undefined, version);
    await queries.invalidateQueries();
  };
  const refusal = !may(me, 'evaluate')
    ? t('evaluation.needsPublisher')
    : data.state === 'PUBLISHED'
      ? t('evaluation.alreadyPublished')
      : null;
  return (
    <>
      {may(me, 'state') && data.state === 'COMPUTED' && (
        <ConfirmButton
          text={t('evaluation.makeStatement')}
          title={t('evaluation.makeStatement')}
          question={t('evaluation.state.question')}
          remark="required"
          variant="secondary"
          action={async (statement) => {
            const before = await getVersioned<unknown>(`${path}/statement`);
            await send('PUT', `${path}/statement`, { statement }, before.version);
            await queries.invalidateQueries();
          }}
        />
      )}
      <ConfirmButton
        text={t('evaluation.compute')}
        title={t('evaluation.compute')}
        question={t('evaluation.computeQuestion')}
        variant="secondary"
        reason={refusal}
        action={() => step('computation')}
        testId="compute"
      />
      <ConfirmButton
        text={t('evaluation.publish')}
        title={t('evaluation.publish')}
        question={t('evaluation.publishQuestion')}
        variant="primary"
        reason={refusal ?? (data.state === 'DRAFT' ? t('evaluation.notComputed') : null)}
        action={() => step('publication')}
        testId="publish-evaluation"
      />
    </>
  );
}

function Results({ id }: { id: string }) {
  const { t, code, number } = useTexts();
  const results = useGet<DepartmentResult[]>(`${CATALOG}/evaluations/${id}/results`);
  const columns = (rows: DepartmentResult[]): Column<DepartmentResult>[] => [
    { title: t('evaluation.rank'), numeric: true, narrow: true, render: (row) => number(row.rank) },
    { title: t('resource.department'), render: (row) => row.department.name },
    { title: t('evaluation.score'), numeric: true, render: (row) => number(row.score) },
    ...(rows[0]?.indicators ?? []).map((first, index) => ({
      title: t('evaluation.weight', {
        name: code('indicator', first.indicator),
        weight: first.weight,
      }),
      numeric: true,
      render: (row: DepartmentResult) => {
        const measured = row.indicators[index];
        if (!measured) {
          return NONE;
        }
        const share = t('evaluation.share', {
          part: number(measured.part),
          whole: number(measured.whole),
        });
        return measured.part < measured.whole ? (
          <Link to={portalAddress(measured.evidence)}>{share}</Link>
        ) : (
          share
        );
      },
    })),
    { title: t('evaluation.statement'), render: (row) => row.statement ?? '' },
  ];
  return (
    <Panel title={t('evaluation.results')}>
      <Remote query={results}>
        {(rows) => (
          <DataTable
            label={t('evaluation.results')}
            columns={columns(rows)}
            rows={rows}
            rowKey={(row) => row.department.code}
            rowTestId="result-row"
            empty={t('evaluation.noResults')}
          />
        )}
      </Remote>
    </Panel>
  );
}
