import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { CATALOG, type Page } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { useFilter } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { FilterSelect } from '../../components/Fields';
import { PagedTable } from '../../components/PagedTable';
import { SearchBox } from '../../components/SearchBox';
import { useTexts } from '../../i18n';
import { Citations } from './Citations';
import type { Code } from './codes';
import { NewVersion } from './NewVersion';

interface Version {
  number: number;
  label: string;
  validFrom: string;
  validUntil?: string;
  codeCount: number;
  createdBy: string;
  createdAt: string;
}

/** The versions of a code table, the codes of each, and what cites it. */
export function CodeTablePanels({ id }: { id: string }) {
  return (
    <>
      <Versions id={id} />
      <Codes id={id} />
      <Citations kind="CODE_TABLE" id={id} />
    </>
  );
}

function Versions({ id }: { id: string }) {
  const { t, number, time } = useTexts();
  const me = useUser();
  return (
    <Panel
      title={t('library.versions')}
      actions={may(me, 'manage') && <NewVersion table={id} />}
      testId="versions"
    >
      <PagedTable<Version>
        path={`${CATALOG}/library/code-tables/${id}/versions`}
        list="versions."
        label={t('library.versions')}
        rowKey={(version) => String(version.number)}
        rowTestId="version-row"
        empty={t('library.noVersions')}
        columns={[
          { title: t('library.version'), render: (version) => version.label },
          { title: t('library.validFrom'), narrow: true, render: (version) => version.validFrom },
          {
            title: t('library.validUntil'),
            narrow: true,
            render: (version) => version.validUntil ?? t('library.latest'),
          },
          {
            title: t('library.codeCount'),
            numeric: true,
            render: (version) => number(version.codeCount),
          },
          { title: t('history.actor'), narrow: true, render: (version) => version.createdBy },
          { title: t('history.at'), narrow: true, render: (version) => time(version.createdAt) },
        ]}
      />
    </Panel>
  );
}

function Codes({ id }: { id: string }) {
  const { t } = useTexts();
  const path = `${CATALOG}/library/code-tables/${id}`;
  const versions = useGet<Page<Version>>(`${path}/versions?size=100`);
  const [version, setVersion] = useFilter('version', 'codes.');
  const [q, setQ] = useFilter('code', 'codes.');
  if (!versions.data || versions.data.total === 0) {
    return null;
  }
  return (
    <Panel title={t('library.codes')} testId="codes">
      <Toolbar>
        <ToolbarContent>
          <ToolbarItem>
            <SearchBox id="code-search" label={t('library.findCode')} value={q} onSearch={setQ} />
          </ToolbarItem>
          <ToolbarItem>
            <FilterSelect
              id="version-filter"
              label={t('library.version')}
              all={t('library.validToday')}
              value={version}
              options={versions.data.items.map((each) => ({
                value: String(each.number),
                text: each.label,
              }))}
              onChange={setVersion}
            />
          </ToolbarItem>
        </ToolbarContent>
      </Toolbar>
      <PagedTable<Code>
        path={`${path}/codes`}
        filters={{ version, q }}
        list="codes."
        defaultSize={20}
        label={t('library.codes')}
        rowKey={(code) => code.code}
        rowTestId="code-row"
        empty={t('reference.empty')}
        columns={[
          { title: t('reference.code'), className: 'gs-mono', render: (code) => code.code },
          { title: t('reference.name'), render: (code) => code.name },
          { title: t('library.parent'), className: 'gs-mono', render: (code) => code.parent },
          { title: t('reference.note'), render: (code) => code.remark },
        ]}
      />
    </Panel>
  );
}
