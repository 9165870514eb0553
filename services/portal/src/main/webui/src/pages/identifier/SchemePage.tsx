import { Alert, Button } from '@patternfly/react-core';
import { useState } from 'react';
import { CATALOG } from '../../api/catalog';
import { useVersioned } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { DataTable } from '../../components/DataTable';
import { Facts, Panel } from '../../components/Facts';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { NONE, useTexts } from '../../i18n';
import { SchemeEditor } from './SchemeEditor';
import { FRONT, inOneLine, placesOf, type Scheme, type Segment } from './segments';

/** 标识符编码方案: what the sixteen digits before the slash are made of. */
export function SchemePage() {
  const { t } = useTexts();
  const me = useUser();
  const [editing, setEditing] = useState(false);
  const scheme = useVersioned<Scheme>(`${CATALOG}/identifier-scheme`);
  return (
    <PageFrame
      title={t('menu.scheme')}
      lead={t('scheme.lead')}
      actions={
        may(me, 'manage') &&
        !editing && (
          <Button onClick={() => setEditing(true)} data-testid="edit-scheme">
            {t('scheme.change')}
          </Button>
        )
      }
    >
      <Remote query={scheme}>
        {(found) => (
          <>
            <Current scheme={found.data} />
            {editing && <SchemeEditor current={found} onDone={() => setEditing(false)} />}
            <History />
          </>
        )}
      </Remote>
    </PageFrame>
  );
}

function Current({ scheme }: { scheme: Scheme }) {
  const { t, time, number } = useTexts();
  return (
    <Panel title={t('scheme.current')} testId="scheme">
      <Segments segments={scheme.segments} />
      <div className="gs-block-top">
        <Facts
          facts={[
            [t('scheme.revision'), number(scheme.revision)],
            [t('scheme.since'), time(scheme.changedAt)],
            [t('history.actor'), scheme.changedBy],
            [t('scheme.remark'), scheme.remark],
          ]}
        />
      </div>
      <Alert component="p" variant="info" isInline isPlain title={t('scheme.number')} />
    </Panel>
  );
}

/** The segments in order, with the places they fill. */
export function Segments({ segments }: { segments: Segment[] }) {
  const { t, code, number } = useTexts();
  const places = placesOf(segments);
  return (
    <DataTable
      label={t('scheme.segments')}
      rows={segments}
      rowKey={(_, index) => String(index)}
      rowTestId="segment-row"
      columns={[
        {
          title: t('scheme.part'),
          render: (_, i) =>
            t((places[i]?.to ?? 0) <= FRONT ? 'scheme.frontPart' : 'scheme.middlePart'),
        },
        {
          title: t('scheme.places'),
          narrow: true,
          render: (_, i) => `${places[i]?.from ?? ''}–${places[i]?.to ?? ''}`,
        },
        { title: t('scheme.digits'), numeric: true, render: (s) => number(s.digits) },
        { title: t('scheme.source'), render: (s) => code('segmentSource', s.source) },
        {
          title: t('scheme.constant'),
          className: 'gs-mono',
          render: (s) => s.constant ?? NONE,
        },
      ]}
    />
  );
}

function History() {
  const { t, code, number, time } = useTexts();
  return (
    <Panel title={t('scheme.history')} testId="scheme-history">
      <PagedTable<Scheme>
        path={`${CATALOG}/identifier-scheme/history`}
        label={t('scheme.history')}
        rowKey={(scheme) => String(scheme.revision)}
        rowTestId="scheme-row"
        columns={[
          {
            title: t('scheme.revision'),
            numeric: true,
            render: (scheme) => number(scheme.revision),
          },
          {
            title: t('scheme.segments'),
            render: (scheme) =>
              inOneLine(scheme.segments, t('scheme.oneSegment'), (source) =>
                code('segmentSource', source),
              ),
          },
          { title: t('scheme.remark'), render: (scheme) => scheme.remark ?? NONE },
          { title: t('history.actor'), narrow: true, render: (s) => s.changedBy ?? NONE },
          { title: t('scheme.since'), narrow: true, render: (s) => time(s.changedAt) },
        ]}
      />
    </Panel>
  );
}
