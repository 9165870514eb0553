import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { CATALOG, type CategoryDetail, type CategoryNode } from '../../api/catalog';
import { getVersioned, query, send } from '../../api/client';
import { useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { type Column, DataTable, useFilter } from '../../components/DataTable';
import { PageFrame } from '../../components/PageFrame';
import { Remote } from '../../components/Remote';
import { SearchBox } from '../../components/SearchBox';
import { hasWords, rowsOf, type TreeRow } from '../../components/tree';
import { TreeName, useClosed } from '../../components/TreeName';
import { NONE, useTexts } from '../../i18n';
import { CategoryDialog } from './CategoryDialog';

const DEEPEST = 4;

/** 分类管理: the whole classification, with what is published under each category. */
export function CategoriesPage() {
  const { t, number } = useTexts();
  const me = useUser();
  const [words, setWords] = useFilter('q');
  const [closed, turn] = useClosed();
  const tree = useGet<CategoryNode[]>(`${CATALOG}/categories/tree`);
  const fits = words.trim()
    ? (node: CategoryNode) => hasWords(`${node.name} ${node.code}`, words)
    : undefined;
  const columns: Column<TreeRow<CategoryNode>>[] = [
    {
      title: t('reference.name'),
      className: 'gs-name-cell',
      render: (row) => (
        <TreeName
          row={row}
          label={t('category.below', { name: row.node.name })}
          onTurn={() => turn(row.node.code)}
        >
          {row.node.name}
        </TreeName>
      ),
    },
    { title: t('reference.code'), className: 'gs-mono', render: ({ node }) => node.code },
    {
      title: t('category.resources'),
      numeric: true,
      render: ({ node }) => (
        <Link to={`/catalog${query({ state: 'PUBLISHED', category: node.code })}`}>
          {number(node.total)}
        </Link>
      ),
    },
    { title: t('category.position'), numeric: true, render: ({ node }) => number(node.position) },
    { title: t('item.description'), render: ({ node }) => node.description ?? NONE },
    {
      title: t('reference.state'),
      narrow: true,
      render: ({ node }) => t(node.retired ? 'category.retired' : 'category.standing'),
    },
  ];
  if (may(me, 'manage')) {
    columns.push({
      title: t('action.edit'),
      narrow: true,
      render: ({ node }) => <Actions node={node} />,
    });
  }
  return (
    <PageFrame
      title={t('category.title')}
      lead={t('category.lead')}
      actions={may(me, 'manage') && <CategoryDialog />}
    >
      <div>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <SearchBox
                id="category-search"
                label={t('action.search')}
                hint={t('category.search')}
                value={words}
                onSearch={setWords}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <Remote query={tree}>
          {(nodes) => (
            <DataTable
              label={t('category.title')}
              rows={rowsOf(nodes, closed, fits)}
              rowKey={({ node }) => node.code}
              rowTestId="category-row"
              empty={t('reference.empty')}
              columns={columns}
            />
          )}
        </Remote>
      </div>
    </PageFrame>
  );
}

function Actions({ node }: { node: CategoryNode }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const { code, name, retired, level } = node;
  const path = `${CATALOG}/categories/${code}`;
  // The tree does not tell versions: what is asked about is read first.
  const write = async (method: 'POST' | 'DELETE', where: string) => {
    const { version } = await getVersioned<CategoryDetail>(path);
    await send(method, path + where, undefined, version);
    await queries.invalidateQueries();
  };
  return (
    <span className="gs-links">
      <CategoryDialog node={node} />
      {!retired && level < DEEPEST && <CategoryDialog below={node} />}
      {retired ? (
        <ConfirmButton
          text={t('category.reinstate')}
          title={t('category.reinstate')}
          question={t('category.reinstateQuestion', { name })}
          variant="link"
          action={() => write('POST', '/reinstatement')}
        />
      ) : (
        <ConfirmButton
          text={t('category.retire')}
          title={t('category.retire')}
          question={t('category.retireQuestion', { name })}
          variant="link"
          testId="retire"
          action={() => write('POST', '/retirement')}
        />
      )}
      <ConfirmButton
        text={t('action.delete')}
        title={t('action.delete')}
        question={t('reference.deleteQuestion', { name })}
        variant="link"
        danger
        action={() => write('DELETE', '')}
      />
    </span>
  );
}
