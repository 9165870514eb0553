import { Button } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { CATALOG, type Resource } from '../../api/catalog';
import { ApiProblem, send, type Versioned } from '../../api/client';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton, GuardedButton } from '../../components/Actions';
import { useTexts } from '../../i18n';
import { SubscribeButton } from '../notice/SubscribeButton';
import { applyRefusal } from './CatalogPage';

/** What the user may do with a resource as it stands. */
export function ResourceActions({ resource }: { resource: Versioned<Resource> }) {
  const { t } = useTexts();
  const me = useUser();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const r = resource.data;
  const path = `${CATALOG}/resources/${r.id}`;
  const own = r.department?.code === me.department?.code;
  const edits = may(me, 'edit') && own;
  const reviews = me.roles.includes('department-reviewer') && own;
  const publishes = me.roles.includes('catalog-publisher');
  const act = (where: string, body?: unknown) => async () => {
    await send('POST', `${path}/${where}`, body, resource.version);
    await queries.invalidateQueries();
  };
  return (
    <>
      {r.state === 'PUBLISHED' && may(me, 'business') && <SubscribeButton resourceId={r.id} />}
      {edits && (r.state === 'DRAFT' || r.state === 'RETURNED') && (
        <>
          <ConfirmButton
            text={t('resource.submit')}
            title={t('resource.submit')}
            question={t('resource.submitQuestion', { name: r.name })}
            reason={r.items.length === 0 ? t('resource.submitNeedsItems') : null}
            testId="submit-resource"
            action={act('submission')}
          />
          <Button
            variant="secondary"
            component={(props: object) => <Link {...props} to={`/compile/${r.id}/edit`} />}
          >
            {t('action.edit')}
          </Button>
          <ConfirmButton
            text={t('action.delete')}
            title={t('resource.delete')}
            question={t('resource.deleteQuestion', { name: r.name })}
            variant="secondary"
            danger
            action={async () => {
              await send('DELETE', path, undefined, resource.version);
              await queries.invalidateQueries({ queryKey: [path], refetchType: 'none' });
              await navigate('/compile');
            }}
          />
        </>
      )}
      {((reviews && r.state === 'PENDING_REVIEW') || (publishes && r.state === 'REGISTERED')) && (
        <Button
          variant="primary"
          component={(props: object) => <Link {...props} to={`/catalog/${r.id}/review`} />}
          data-testid="review"
        >
          {r.state === 'REGISTERED' ? t('review.openPublication') : t('review.open')}
        </Button>
      )}
      {edits && r.state === 'PUBLISHED' && (
        <ConfirmButton
          text={t('resource.newVersion')}
          title={t('resource.newVersion')}
          question={t('resource.newVersionQuestion', { name: r.name })}
          variant="secondary"
          testId="new-version"
          action={async () => navigate(await nextVersion(resource))}
        />
      )}
      {r.state === 'PUBLISHED' && (
        <GuardedButton
          variant="primary"
          component={(props: object) => <Link {...props} to={`/catalog/${r.id}/apply`} />}
          reason={applyRefusal(t, me, r)}
          data-testid="apply"
        >
          {t('action.apply')}
        </GuardedButton>
      )}
      {(publishes || reviews) && r.state === 'PUBLISHED' && (
        <ConfirmButton
          text={t('resource.withdraw')}
          title={t('resource.withdraw')}
          question={t('resource.withdrawQuestion', { name: r.name })}
          remark="required"
          variant="secondary"
          danger
          testId="withdraw"
          action={async (remark) => {
            await send('POST', `${path}/withdrawal`, { reason: remark }, resource.version);
            await queries.invalidateQueries();
          }}
        />
      )}
    </>
  );
}

const IDENTITY = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/;

/** Begins the next version, or finds the one that somebody has begun; its address. */
async function nextVersion({ data: { id }, version }: Versioned<Resource>): Promise<string> {
  try {
    const path = `${CATALOG}/resources/${id}/versions`;
    const { data } = await send<Resource>('POST', path, undefined, version);
    return `/compile/${data.id}/edit`;
  } catch (problem) {
    const begun =
      problem instanceof ApiProblem && problem.code === 'next-version-exists'
        ? IDENTITY.exec(problem.body.detail ?? '')?.[0]
        : undefined;
    if (begun === undefined) {
      throw problem;
    }
    return `/catalog/${begun}`;
  }
}
