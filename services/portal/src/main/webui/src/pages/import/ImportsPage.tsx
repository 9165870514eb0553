import { Alert, Button, FileUpload } from '@patternfly/react-core';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { CATALOG, type Import } from '../../api/catalog';
import { upload } from '../../api/client';
import { ActionButton } from '../../components/ActionButton';
import { Panel } from '../../components/Facts';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { useTexts } from '../../i18n';

/** 目录导入: workbooks that were sent, and sending one more. */
export function ImportsPage() {
  const { t, number, time } = useTexts();
  return (
    <PageFrame
      title={t('menu.import')}
      lead={t('import.lead')}
      actions={
        <Button variant="secondary" component="a" href={`${CATALOG}/imports/template`}>
          {t('import.template')}
        </Button>
      }
    >
      <Upload />
      <PagedTable<Import>
        path={`${CATALOG}/imports`}
        every={5_000}
        label={t('menu.import')}
        rowKey={(row) => row.id}
        rowTestId="import-row"
        empty={t('import.empty')}
        columns={[
          {
            title: t('import.file'),
            className: 'gs-name-cell',
            render: (row) => <Link to={`/imports/${row.id}`}>{row.fileName}</Link>,
          },
          { title: t('import.owner'), render: (row) => row.owner },
          {
            title: t('import.state'),
            render: (row) => <CodeLabel kind="importState" value={row.state} />,
          },
          {
            title: t('import.resources'),
            numeric: true,
            render: (row) => number(row.counts.resources),
          },
          { title: t('import.good'), numeric: true, render: (row) => number(row.counts.good) },
          { title: t('import.faults'), numeric: true, render: (row) => number(row.counts.faults) },
          { title: t('import.at'), narrow: true, render: (row) => time(row.createdAt) },
        ]}
      />
    </PageFrame>
  );
}

function Upload() {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [file, setFile] = useState<File | null>(null);
  const [missing, setMissing] = useState(false);
  return (
    <Panel title={t('import.upload')}>
      <FileUpload
        id="workbook"
        value={file ?? ''}
        filename={file?.name ?? ''}
        filenamePlaceholder={t('import.choose')}
        browseButtonText={t('import.choose')}
        clearButtonText={t('action.clear')}
        hideDefaultPreview
        onFileInputChange={(_, chosen) => setFile(chosen)}
        onClearClick={() => setFile(null)}
        dropzoneProps={{ accept: { [XLSX]: ['.xlsx'] } }}
      />
      {missing && !file && (
        <Alert component="p" variant="warning" isInline isPlain title={t('import.choose')} />
      )}
      <ActionButton
        text={t('import.upload')}
        variant="primary"
        testId="upload"
        action={async () => {
          setMissing(!file);
          if (file) {
            const name = encodeURIComponent(file.name);
            const sent = await upload<Import>(`${CATALOG}/imports?fileName=${name}`, file, XLSX);
            await navigate(`/imports/${sent.id}`);
          }
        }}
      />
    </Panel>
  );
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
