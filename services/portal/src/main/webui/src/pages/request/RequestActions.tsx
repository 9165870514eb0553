import { useQueryClient } from '@tanstack/react-query';
import { Button } from '@patternfly/react-core';
import { Link } from 'react-router';
import { type AccessRequest, CATALOG } from '../../api/catalog';
import { send, type Versioned } from '../../api/client';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { useTexts } from '../../i18n';
import { GrantButton } from './GrantButton';

const OPEN = ['SUBMITTED', 'COMPLIANCE_PASSED', 'RETURNED'];
const REFUSED = ['REFUSED', 'PARTIALLY_GRANTED'];

/** What the user may do with a request as it stands. */
export function RequestActions({ request }: { request: Versioned<AccessRequest> }) {
  const { t } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const r = request.data;
  const post = async (where: string, body?: unknown) => {
    await send('POST', `${CATALOG}/requests/${r.id}/${where}`, body, request.version);
    await queries.invalidateQueries();
  };
  const authors =
    me.roles.includes('requester') && r.requesterDepartment.code === me.department?.code;
  const authority = me.roles.includes('sharing-reviewer');
  const checks = authority && r.state === 'SUBMITTED';
  const decides =
    me.roles.includes('department-reviewer') &&
    r.providerDepartment.code === me.department?.code &&
    r.state === 'COMPLIANCE_PASSED';
  const step = checks ? 'compliance-check' : 'decision';
  return (
    <>
      {checks && (
        <ConfirmButton
          text={t('request.pass')}
          title={t('request.pass')}
          question={t('request.passQuestion', { department: r.requesterDepartment.name })}
          remark="optional"
          testId="compliance-pass"
          action={(remark) => post(step, { decision: 'PASS', remark })}
        />
      )}
      {decides && <GrantButton request={r} decide={(decision) => post(step, decision)} />}
      {(checks || decides) && (
        <>
          <ConfirmButton
            text={t('request.return')}
            title={t('request.return')}
            question={t('request.returnQuestion')}
            remark="required"
            variant="secondary"
            testId={`${step}-return`}
            action={(remark) => post(step, { decision: 'RETURN', remark })}
          />
          <ConfirmButton
            text={t('request.refuse')}
            title={t('request.refuse')}
            question={t('request.refuseQuestion')}
            remark="required"
            variant="secondary"
            danger
            reason={r.bound && decides ? t('request.bound') : null}
            testId={checks ? 'compliance-refuse' : 'decision-refuse'}
            action={(remark) => post(step, { decision: 'REFUSE', remark })}
          />
        </>
      )}
      {authority && r.state === 'OBJECTED' && (
        <>
          <ConfirmButton
            text={t('request.overturn')}
            title={t('request.overturn')}
            question={t('request.overturnQuestion')}
            remark="required"
            testId="overturn"
            action={(remark) => post('arbitration', { decision: 'OVERTURNED', remark })}
          />
          <ConfirmButton
            text={t('request.uphold')}
            title={t('request.uphold')}
            question={t('request.upholdQuestion')}
            remark="required"
            variant="secondary"
            testId="uphold"
            action={(remark) => post('arbitration', { decision: 'UPHELD', remark })}
          />
        </>
      )}
      {authors && (r.state === 'RETURNED' || r.state === 'DRAFT') && (
        <>
          <Button
            variant="secondary"
            component={(props: object) => <Link {...props} to={`/requests/${r.id}/edit`} />}
          >
            {t('request.edit')}
          </Button>
          <ConfirmButton
            text={t('request.resubmit')}
            title={t('request.resubmit')}
            question={t('request.resubmitQuestion')}
            testId="resubmit"
            action={() => post('submission')}
          />
        </>
      )}
      {authors && REFUSED.includes(r.state) && (
        <ConfirmButton
          text={t('request.object')}
          title={t('request.object')}
          question={t('request.objectQuestion')}
          remark="required"
          variant="secondary"
          testId="object"
          action={(reason) => post('objection', { reason })}
        />
      )}
      {authors && OPEN.includes(r.state) && (
        <ConfirmButton
          text={t('request.withdraw')}
          title={t('request.withdraw')}
          question={t('request.withdrawQuestion')}
          remark="required"
          variant="secondary"
          testId="withdraw"
          action={(reason) => post('withdrawal', { reason })}
        />
      )}
    </>
  );
}
