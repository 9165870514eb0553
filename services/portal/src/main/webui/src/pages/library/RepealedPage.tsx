import { Link } from 'react-router';
import { CATALOG } from '../../api/catalog';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { NONE, useTexts } from '../../i18n';
import { EntryLink } from '../reference/EntryValue';

interface Repealed {
  id: string;
  documentNumber: string;
  title: string;
  repealedOn: string;
  replacedBy?: string;
  resourceCount: number;
  itemCount: number;
}

/** 依据已废止: repealed policies that published resources still rest on. */
export function RepealedPage() {
  const { t, number, date } = useTexts();
  return (
    <PageFrame title={t('repealed.title')} lead={t('repealed.lead')}>
      <PagedTable<Repealed>
        path={`${CATALOG}/library-links/repealed`}
        label={t('repealed.title')}
        rowKey={(row) => row.id}
        rowTestId="repealed-row"
        empty={t('repealed.none')}
        columns={[
          {
            title: t('reference.name'),
            className: 'gs-name-cell',
            render: (row) => <Link to={`/reference/documents/${row.id}`}>{row.title}</Link>,
          },
          { title: t('reference.number'), render: (row) => row.documentNumber },
          { title: t('repealed.on'), narrow: true, render: (row) => date(row.repealedOn) },
          {
            title: t('repealed.by'),
            render: (row) =>
              row.replacedBy ? <EntryLink kind="documents" id={row.replacedBy} /> : NONE,
          },
          {
            title: t('repealed.resources'),
            numeric: true,
            render: (row) => (
              <Link to={`/reference/documents/${row.id}`}>{number(row.resourceCount)}</Link>
            ),
          },
          { title: t('repealed.items'), numeric: true, render: (row) => number(row.itemCount) },
        ]}
      />
    </PageFrame>
  );
}
