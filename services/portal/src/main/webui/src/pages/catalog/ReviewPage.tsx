import { Button } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { CATALOG, type PossibleStep, type ReviewView } from '../../api/catalog';
import { send, type Versioned } from '../../api/client';
import { useVersioned } from '../../api/hooks';
import { ConfirmButton } from '../../components/Actions';
import {
  AutosaveLine,
  AutosaveNotice,
  Autosaved,
  type Kept,
  useAutosave,
} from '../../components/Autosaved';
import { Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { DifferenceTable } from './DifferencePanel';
import { useFieldTexts } from './fieldNames';
import type { FieldRemark } from './remarks';
import { RemarkList } from './ReturnedPanel';
import { ReviewedFields } from './ReviewedFields';

/** 审核: a resource field by field, what has changed since the version before, and the decision. */
export function ReviewPage() {
  const { id = '' } = useParams();
  const { t } = useTexts();
  const review = useVersioned<ReviewView>(`${CATALOG}/resources/${id}/review`);
  const resource = review.data?.data.resource;
  return (
    <PageFrame
      title={resource ? t('review.title', { name: resource.name }) : t('review.open')}
      label={resource && <CodeLabel kind="resourceState" value={resource.state} />}
      lead={t('review.lead')}
      crumbs={[
        { to: '/compile', text: t('menu.compile') },
        ...(resource ? [{ to: `/catalog/${id}`, text: resource.name }] : []),
      ]}
    >
      <Remote query={review}>
        {(found) => (
          <Autosaved<Remarks> form="review" of={id}>
            {(kept) => <Review kept={kept} review={found} />}
          </Autosaved>
        )}
      </Remote>
    </PageFrame>
  );
}

interface Remarks {
  remarks: FieldRemark[];
}

const NONE: Remarks = { remarks: [] };

function Review({ kept, review }: { kept: Kept<Remarks>; review: Versioned<ReviewView> }) {
  const { t, time } = useTexts();
  const { resource, difference, lastReturn } = review.data;
  const [{ remarks }, setRemarks] = useState(kept.values ?? NONE);
  const autosave = useAutosave(kept, { remarks }, NONE);
  const put = ({ field, remark }: FieldRemark) =>
    setRemarks({
      remarks: [
        ...remarks.filter((other) => other.field !== field),
        ...(remark ? [{ field, remark }] : []),
      ],
    });
  return (
    <>
      <AutosaveNotice autosave={autosave} onDiscard={() => setRemarks(NONE)} />
      {lastReturn && (
        <Panel title={t('review.lastReturn')} testId="last-return">
          <p>
            {t('remark.returnedBy', {
              actor: lastReturn.actor,
              time: time(lastReturn.at),
              remark: lastReturn.remark ?? '',
            })}
          </p>
          <RemarkList
            remarks={(lastReturn.remarks ?? []) as FieldRemark[]}
            items={resource.items}
          />
        </Panel>
      )}
      {difference && (
        <Panel title={t('difference.title')} testId="difference">
          <DifferenceTable found={difference} />
        </Panel>
      )}
      <ReviewedFields resource={resource} remarks={remarks} onRemark={put} />
      <Panel title={t('remark.mine', { count: remarks.length })} testId="remarks">
        {remarks.length === 0 ? (
          <p>{t('remark.none')}</p>
        ) : (
          <>
            <p className="gs-quiet">{t('remark.mineLead')}</p>
            <OwnRemarks
              remarks={remarks}
              items={resource.items}
              onRemove={(field) => put({ field, remark: '' })}
            />
          </>
        )}
        <AutosaveLine autosave={autosave} />
      </Panel>
      <Decisions review={review} remarks={remarks} sent={autosave.close} />
    </>
  );
}

function OwnRemarks({
  remarks,
  items,
  onRemove,
}: {
  remarks: FieldRemark[];
  items: ReviewView['resource']['items'];
  onRemove: (field: string) => void;
}) {
  const { t } = useTexts();
  const { nameOf } = useFieldTexts();
  return (
    <ul className="gs-plain-list">
      {remarks.map(({ field, remark }) => (
        <li key={field} data-testid="own-remark">
          <strong>{nameOf(field, items)}</strong> {remark}{' '}
          <Button
            variant="link"
            isInline
            aria-label={t('remark.remove', { field: nameOf(field, items) })}
            onClick={() => onRemove(field)}
          >
            {t('action.delete')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function Decisions({
  review,
  remarks,
  sent,
}: {
  review: Versioned<ReviewView>;
  remarks: FieldRemark[];
  sent: () => Promise<void>;
}) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { resource, steps } = review.data;
  const { name, state } = resource;
  const path = `${CATALOG}/resources/${resource.id}`;
  const refusal = (action: PossibleStep['action']) => {
    const step = steps.find((one) => one.action === action);
    return step?.allowed ? null : (step?.reason ?? t('review.nothingToDecide'));
  };
  const decide = (where: string, decision: string) => async (remark: string) => {
    const body = { decision, remark, remarks: decision === 'RETURN' ? remarks : [] };
    await send('POST', `${path}/${where}`, body, review.version);
    await sent();
    await queries.invalidateQueries();
    await navigate(`/catalog/${resource.id}`);
  };
  const published = state === 'REGISTERED';
  if (!published && state !== 'PENDING_REVIEW') {
    return <p>{t('review.nothingToDecide')}</p>;
  }
  const remarked = remarks.length > 0 ? t('review.removeRemarks') : null;
  return (
    <div className="gs-actions">
      {published ? (
        <ConfirmButton
          text={t('publish.publish')}
          title={t('publish.publish')}
          question={t('publish.question', { name })}
          remark="optional"
          reason={refusal('PUBLISH') ?? remarked}
          testId="publish"
          action={decide('publication', 'PUBLISH')}
        />
      ) : (
        <ConfirmButton
          text={t('review.pass')}
          title={t('review.pass')}
          question={t('review.passQuestion', { name })}
          remark="optional"
          reason={refusal('PASS') ?? remarked}
          testId="review-pass"
          action={decide('review', 'PASS')}
        />
      )}
      <ConfirmButton
        text={t('review.return')}
        title={t('review.return')}
        question={t('review.returnQuestion', { name })}
        remark="required"
        variant="secondary"
        danger
        reason={refusal('RETURN')}
        testId="review-return"
        action={decide(published ? 'publication' : 'review', 'RETURN')}
      />
      <Link to={`/catalog/${resource.id}`}>{t('review.seeResource')}</Link>
    </div>
  );
}
