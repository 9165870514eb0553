import { useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { CATALOG, type Objection } from '../../api/catalog';
import { send, type Versioned } from '../../api/client';
import { useVersioned } from '../../api/hooks';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { Facts, Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { Deadlines } from '../request/Deadlines';

/** One objection to a value, and the user's step on it. */
export function ObjectionPage() {
  const { id = '' } = useParams();
  const { t, time } = useTexts();
  const objection = useVersioned<Objection>(`${CATALOG}/objections/${id}`);
  const found = objection.data;
  return (
    <PageFrame
      title={found ? t('objection.titleOf', { item: found.data.item.name }) : t('menu.objections')}
      label={found && <CodeLabel kind="objectionState" value={found.data.state} />}
      crumbs={[{ to: '/objections', text: t('menu.objections') }]}
      actions={found && <ObjectionActions objection={found} />}
    >
      <Remote query={objection}>
        {({ data: o }) => (
          <>
            <Panel title={t('objection.value')}>
              <Facts
                facts={[
                  [
                    t('resource.name'),
                    <Link key="resource" to={`/catalog/${o.resource.id}`}>
                      {o.resource.name}
                    </Link>,
                  ],
                  [t('objection.item'), o.item.name],
                  [t('request.provider'), o.providerDepartment.name],
                  [t('objection.reporter'), o.reporterDepartment.name],
                  ...(o.row
                    ? ([
                        [t('objection.rowKey'), o.row.key],
                        [t('objection.found'), o.row.foundValue],
                        [t('objection.expected'), o.row.expectedValue],
                        [t('objection.evidence'), o.row.evidence],
                      ] as [string, string][])
                    : []),
                ]}
              />
              {!o.row && <p className="gs-quiet">{t('objection.valueHidden')}</p>}
              <Deadlines clocks={o.clocks} />
            </Panel>
            {o.answer && (
              <Panel title={t('objection.answer')}>
                <Facts
                  facts={[
                    [o.answer.by, o.answer.note],
                    [t('history.at'), time(o.answer.at)],
                    [t('objection.corrected'), time(o.answer.correctedAt)],
                  ]}
                />
              </Panel>
            )}
          </>
        )}
      </Remote>
    </PageFrame>
  );
}

function ObjectionActions({
  objection: { data: o, version },
}: {
  objection: Versioned<Objection>;
}) {
  const { t } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const post = async (where: string, body?: unknown) => {
    await send('POST', `${CATALOG}/objections/${o.id}/${where}`, body, version);
    await queries.invalidateQueries();
  };
  const answers =
    me.roles.includes('department-reviewer') &&
    o.providerDepartment.code === me.department?.code &&
    (o.state === 'SUBMITTED' || o.state === 'UPHELD');
  const reports =
    me.roles.includes('requester') && o.reporterDepartment.code === me.department?.code;
  const answered = o.state === 'ACCEPTED' || o.state === 'REJECTED';
  const rules = me.roles.includes('sharing-reviewer') && o.state === 'IN_ARBITRATION';
  return (
    <>
      {answers && (
        <ConfirmButton
          text={t('objection.accept')}
          title={t('objection.accept')}
          question={t('objection.acceptQuestion')}
          remark="optional"
          testId="accept"
          action={(note) =>
            post('answer', {
              decision: 'ACCEPT',
              correctedAt: new Date().toISOString(),
              note: note || null,
            })
          }
        />
      )}
      {answers && o.state === 'SUBMITTED' && (
        <>
          <ConfirmButton
            text={t('objection.reject')}
            title={t('objection.reject')}
            question={t('objection.rejectQuestion')}
            remark="required"
            variant="secondary"
            testId="reject"
            action={(note) => post('answer', { decision: 'REJECT', note })}
          />
          <ConfirmButton
            text={t('objection.ask')}
            title={t('objection.ask')}
            question={t('objection.askQuestion')}
            remark="required"
            variant="secondary"
            testId="ask"
            action={(note) => post('answer', { decision: 'NEEDS_INFORMATION', note })}
          />
        </>
      )}
      {reports && o.state === 'NEEDS_INFORMATION' && (
        <ConfirmButton
          text={t('objection.inform')}
          title={t('objection.inform')}
          question={t('objection.informQuestion')}
          remark="required"
          testId="inform"
          action={(evidence) => post('information', { evidence })}
        />
      )}
      {reports && answered && (
        <>
          <ConfirmButton
            text={t('objection.confirm')}
            title={t('objection.confirm')}
            question={t('objection.confirmQuestion')}
            testId="confirm-answer"
            action={() => post('confirmation')}
          />
          <ConfirmButton
            text={t('objection.reopen')}
            title={t('objection.reopen')}
            question={t('objection.reopenQuestion')}
            remark="required"
            variant="secondary"
            testId="reopen"
            action={(reason) => post('reopening', { reason })}
          />
        </>
      )}
      {rules && (
        <>
          <ConfirmButton
            text={t('objection.uphold')}
            title={t('objection.uphold')}
            question={t('objection.upholdQuestion')}
            remark="required"
            testId="uphold"
            action={(reason) => post('arbitration', { decision: 'UPHOLD', reason })}
          />
          <ConfirmButton
            text={t('objection.dismiss')}
            title={t('objection.dismiss')}
            question={t('objection.dismissQuestion')}
            remark="required"
            variant="secondary"
            testId="dismiss"
            action={(reason) => post('arbitration', { decision: 'DISMISS', reason })}
          />
        </>
      )}
    </>
  );
}
