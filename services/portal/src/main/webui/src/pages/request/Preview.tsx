import { Alert } from '@patternfly/react-core';
import { useState } from 'react';
import { Link } from 'react-router';
import { CATALOG, type RequestPreview } from '../../api/catalog';
import { send } from '../../api/client';
import { ActionButton } from '../../components/ActionButton';
import { Panel } from '../../components/Facts';
import { useTexts } from '../../i18n';
import { Advices } from './Advices';

/** What a request would come to, before it is sent. */
export function Preview({ input }: { input: unknown }) {
  const { t, time, date } = useTexts();
  const [preview, setPreview] = useState<RequestPreview | null>(null);
  return (
    <Panel
      title={t('apply.previewTitle')}
      actions={
        <ActionButton
          text={t('apply.check')}
          testId="preview"
          action={async () =>
            setPreview(
              (await send<RequestPreview>('POST', `${CATALOG}/requests/preview`, input)).data,
            )
          }
        />
      }
    >
      {preview && (
        <>
          <ul className="gs-plain-list" data-testid="preview-result">
            {preview.complianceCheck && (
              <li>{t('apply.previewCheck', { due: time(preview.complianceCheck.dueAt) })}</li>
            )}
            {preview.answer && (
              <li>{t('apply.previewAnswer', { due: time(preview.answer.dueAt) })}</li>
            )}
            {preview.items
              .filter((item) => item.sharingCondition)
              .map((item) => (
                <li key={item.id}>
                  {t('apply.needsCondition', {
                    item: item.name,
                    condition: item.sharingCondition ?? '',
                  })}
                </li>
              ))}
          </ul>
          {preview.overlaps.map((overlap) => (
            <Alert
              component="p"
              key={overlap.grantId}
              variant="info"
              isInline
              title={t('apply.overlap', {
                items: overlap.items.join(t('list.separator')),
                date: date(overlap.expiresAt),
              })}
            >
              <Link to={`/grants/${overlap.grantId}`}>{t('request.openGrant')}</Link>
            </Alert>
          ))}
          <Advices advices={preview.advices} />
        </>
      )}
    </Panel>
  );
}
