import {
  Alert,
  AlertActionLink,
  Bullseye,
  Content,
  List,
  ListItem,
  Spinner,
} from '@patternfly/react-core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiProblem } from '../api/client';
import { useTexts } from '../i18n';

export function Loading() {
  const { t } = useTexts();
  return (
    <Bullseye className="gs-loading">
      <Spinner aria-label={t('state.loading')} aria-valuetext={t('state.loading')} />
    </Bullseye>
  );
}

/** A problem document as people read it: what, what to do, which fields, and its identifier. */
export function ProblemAlert({
  error,
  onRetry,
  hiddenFields,
}: {
  error: unknown;
  onRetry?: () => void;
  /** Fields whose messages already stand beside their inputs. */
  hiddenFields?: (field: string, row?: number | null) => boolean;
}) {
  const { t } = useTexts();
  const body = error instanceof ApiProblem ? error.body : undefined;
  const offline = body?.status === 0;
  const title = offline
    ? t('problem.offline')
    : (body?.title ?? (body ? t('problem.status', { status: body.status }) : t('problem.page')));
  const errors = (body?.errors ?? []).filter((e) => !hiddenFields?.(e.field, e.row));
  return (
    <Alert
      variant={body?.status === 403 ? 'warning' : 'danger'}
      isInline
      isLiveRegion
      title={title}
      variantLabel={t('alert.danger')}
      className="gs-block"
      data-testid="problem"
      actionLinks={
        onRetry && <AlertActionLink onClick={onRetry}>{t('action.retry')}</AlertActionLink>
      }
    >
      {(offline || body?.detail) && (
        <Content component="p">{offline ? t('problem.offlineDetail') : body?.detail}</Content>
      )}
      {errors.length > 0 && (
        <List>
          {errors.map((e, i) => (
            <ListItem key={i}>
              {e.row !== undefined && e.row !== null
                ? t('problem.row', { row: e.row, message: e.message })
                : e.message}{' '}
              <code className="gs-quiet">{e.field}</code>
            </ListItem>
          ))}
        </List>
      )}
      {body?.correlation && (
        <Content component="small">{t('problem.correlation', { id: body.correlation })}</Content>
      )}
    </Alert>
  );
}

/** Shows what a query found, or that it is under way, or why it failed. */
export function Remote<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) {
    return (
      <>
        {query.error && <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />}
        {children(query.data)}
      </>
    );
  }
  if (query.error) {
    return <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />;
  }
  return <Loading />;
}
