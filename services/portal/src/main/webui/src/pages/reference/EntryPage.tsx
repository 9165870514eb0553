import { Navigate, useNavigate, useParams } from 'react-router';
import { CATALOG } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { Facts, Panel } from '../../components/Facts';
import { Forbidden } from '../../components/Forbidden';
import { CodeLabel } from '../../components/Labels';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { useTexts } from '../../i18n';
import { ChangeHistory } from '../history/ChangeHistory';
import { CodeTablePanels } from '../library/CodeTablePanels';
import { DocumentPanels } from '../library/DocumentPanels';
import { Citations } from '../library/Citations';
import { DecisionPanel } from '../system/DecisionPanel';
import { entityOf } from './entities';
import { type Entity, type Entry, keyOf, maySeeHistory, mayWrite, nameOf } from './entity';
import { EntryDialog } from './EntryDialog';
import { EntryValue } from './EntryValue';
import { RemoveEntry } from './RemoveEntry';

/** One entry of reference data: its values, what hangs on it, and who changed it. */
export function EntryPage() {
  const { kind = '', id = '' } = useParams();
  const me = useUser();
  const entity = entityOf(kind);
  if (!entity) {
    return <Navigate to="/reference/offices" replace />;
  }
  return entity.readers && !may(me, entity.readers) ? (
    <Forbidden area={entity.readers} />
  ) : (
    <One key={id} entity={entity} id={id} />
  );
}

function One({ entity, id }: { entity: Entity; id: string }) {
  const { t } = useTexts();
  const me = useUser();
  const navigate = useNavigate();
  const found = useGet<Entry>(`${CATALOG}${entity.path}/${id}`);
  const entry = found.data;
  return (
    <PageFrame
      title={entry ? nameOf(entity, entry) : t(entity.title)}
      label={entry && <State entity={entity} entry={entry} />}
      crumbs={[{ to: `/reference/${entity.kind}`, text: t(entity.title) }]}
      actions={
        entry &&
        mayWrite(me, entity, entry) && (
          <>
            <EntryDialog entity={entity} id={id} variant="secondary" />
            <RemoveEntry
              entity={entity}
              entry={entry}
              variant="secondary"
              onRemoved={() => navigate(`/reference/${entity.kind}`)}
            />
          </>
        )
      }
    >
      <Remote query={found}>
        {(data) => (
          <>
            <Panel title={t('reference.basics')}>
              <Facts
                facts={entity.fields.map((field) => [
                  t(field.label),
                  <EntryValue key={field.name} field={field} entry={data} />,
                ])}
              />
            </Panel>
            <More entity={entity} entry={data} />
            {maySeeHistory(me, entity, data) && (
              <ChangeHistory kind={entity.history} id={keyOf(entity, data)} />
            )}
          </>
        )}
      </Remote>
    </PageFrame>
  );
}

function State({ entity, entry }: { entity: Entity; entry: Entry }) {
  const { t } = useTexts();
  if (entry.abolished === true) {
    return <span className="gs-quiet">{t('reference.abolished')}</span>;
  }
  return typeof entry.state === 'string' && entity.kind !== 'systems' ? (
    <CodeLabel kind="entryState" value={entry.state} />
  ) : null;
}

/** What one kind has beside its values. */
function More({ entity, entry }: { entity: Entity; entry: Entry }) {
  const me = useUser();
  const id = keyOf(entity, entry);
  switch (entity.kind) {
    case 'systems':
      return <DecisionPanel system={entry} decides={mayWrite(me, entity, entry)} />;
    case 'documents':
      return <DocumentPanels id={id} />;
    case 'code-tables':
      return <CodeTablePanels id={id} />;
    case 'data-elements':
      return <Citations kind="DATA_ELEMENT" id={id} />;
    default:
      return null;
  }
}
