import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import { CATALOG } from '../../api/catalog';
import { useDepartments } from '../../api/hooks';
import { useFilter } from '../../components/DataTable';
import { FilterSelect } from '../../components/Fields';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { useTexts } from '../../i18n';
import { addressOf, type Change, CHANGE_KINDS, nameOfChanged } from './changes';
import { ChangedValues } from './ChangedValues';

/** Every change of reference data, the organisation and the library. */
export function ChangesPage() {
  const { t, code, time } = useTexts();
  const { departmentName } = useDepartments();
  const [kind, setKind] = useFilter('kind');
  return (
    <PageFrame title={t('menu.changes')} lead={t('change.lead')}>
      <div>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <FilterSelect
                id="kind-filter"
                label={t('change.kind')}
                all={t('reference.all', { what: t('change.kind') })}
                value={kind}
                options={CHANGE_KINDS.map((value) => ({
                  value,
                  text: code('changeKind', value),
                }))}
                onChange={setKind}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <PagedTable<Change>
          path={`${CATALOG}/changes`}
          filters={{ kind }}
          label={t('menu.changes')}
          rowKey={(change) => String(change.id)}
          rowTestId="change-row"
          empty={t('change.none')}
          columns={[
            { title: t('history.at'), narrow: true, render: (change) => time(change.at) },
            {
              title: t('change.kind'),
              narrow: true,
              render: (change) => code('changeKind', change.kind),
            },
            {
              title: t('change.object'),
              className: 'gs-name-cell',
              render: (change) => {
                const address = addressOf(change);
                const name = nameOfChanged(change);
                return address ? <Link to={address}>{name}</Link> : name;
              },
            },
            {
              title: t('reference.department'),
              render: (change) => departmentName(change.departmentCode),
            },
            { title: t('change.what'), render: (change) => <ChangedValues change={change} /> },
            { title: t('history.actor'), narrow: true, render: (change) => change.actor },
          ]}
        />
      </div>
    </PageFrame>
  );
}
