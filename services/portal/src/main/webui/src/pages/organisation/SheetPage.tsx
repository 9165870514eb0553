import { Alert, Button, FileUpload } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Navigate, useParams } from 'react-router';
import { CATALOG, type SheetReport } from '../../api/catalog';
import { query, upload } from '../../api/client';
import { useDepartments } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ActionButton } from '../../components/ActionButton';
import { DataTable } from '../../components/DataTable';
import { Facts, Panel } from '../../components/Facts';
import { ChoiceField } from '../../components/Fields';
import { PageFrame } from '../../components/PageFrame';
import { NONE, useTexts } from '../../i18n';
import { entityOf } from '../reference/entities';
import { hasSheet } from './sheets';

type Mode = 'CHECK' | 'ALL' | 'GOOD';

/** 表格导入: a department's functions, matters or systems from a workbook, checked first. */
export function SheetPage() {
  const { kind = '' } = useParams();
  return hasSheet(kind) ? (
    <Sheet key={kind} kind={kind} />
  ) : (
    <Navigate to="/reference/functions" replace />
  );
}

function Sheet({ kind }: { kind: string }) {
  const { t } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const { departments } = useDepartments();
  const [department, setDepartment] = useState(me.department?.code ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [report, setReport] = useState<SheetReport | null>(null);
  const path = `${CATALOG}/organisation-sheets/${kind}`;
  const title = t(entityOf(kind)!.title);
  const choose = (chosen: File | null) => {
    setFile(chosen);
    setReport(null);
  };
  const take = (mode: Mode) => async () => {
    const address = `${path}${query({ department, mode })}`;
    setReport(await upload<SheetReport>(address, file!, XLSX));
    if (mode !== 'CHECK') await queries.invalidateQueries();
  };
  const good = report ? report.added + report.changed : 0;
  return (
    <PageFrame
      title={t('sheet.of', { kind: title })}
      lead={t('sheet.lead')}
      crumbs={[{ to: `/reference/${kind}`, text: title }]}
      actions={
        <Button variant="secondary" component="a" href={`${path}/template`}>
          {t('sheet.template')}
        </Button>
      }
    >
      <Panel title={t('sheet.take')}>
        {may(me, 'manage') && (
          <ChoiceField
            id="department"
            label={t('sheet.department')}
            value={department}
            onChange={(chosen) => {
              setDepartment(chosen);
              setReport(null);
            }}
            placeholder={t('field.choose')}
            options={departments.map((d) => ({ value: d.code, text: d.name }))}
            required
          />
        )}
        <div className="gs-block-top">
          <FileUpload
            id="sheet"
            value={file ?? ''}
            filename={file?.name ?? ''}
            filenamePlaceholder={t('sheet.choose')}
            browseButtonText={t('sheet.choose')}
            clearButtonText={t('action.clear')}
            hideDefaultPreview
            onFileInputChange={(_, chosen) => choose(chosen)}
            onClearClick={() => choose(null)}
            dropzoneProps={{ accept: { [XLSX]: ['.xlsx'] } }}
          />
        </div>
        <div className="gs-actions gs-block-top">
          <ActionButton
            text={t('sheet.check')}
            variant="primary"
            disabled={!file || !department}
            testId="check-sheet"
            action={take('CHECK')}
          />
          {report && !report.written && report.faulty === 0 && good > 0 && (
            <ActionButton text={t('sheet.takeAll')} testId="take-all" action={take('ALL')} />
          )}
          {report && !report.written && report.faulty > 0 && good > 0 && (
            <ActionButton text={t('sheet.takeGood')} testId="take-good" action={take('GOOD')} />
          )}
        </div>
      </Panel>
      {report && <Result report={report} />}
    </PageFrame>
  );
}

function Result({ report: r }: { report: SheetReport }) {
  const { t, number } = useTexts();
  const said = r.written
    ? t('sheet.written', { added: number(r.added), changed: number(r.changed) })
    : t('sheet.checked');
  return (
    <Panel title={t('sheet.result')} testId="sheet-result">
      <Alert
        component="p"
        variant={r.written ? 'success' : 'info'}
        isInline
        isLiveRegion
        variantLabel={t('alert.info')}
        title={said}
        className="gs-block"
      />
      <Facts
        facts={(['rows', 'faulty', 'added', 'changed', 'unchanged'] as const).map((name) => [
          t(`sheet.${name}`),
          number(r[name]),
        ])}
      />
      <h3 className="gs-subtitle gs-block-top">
        {t('sheet.faults', { count: number(r.faults.length + r.moreFaults) })}
      </h3>
      <DataTable
        label={t('sheet.faults', { count: number(r.faults.length + r.moreFaults) })}
        part
        rows={r.faults}
        rowKey={(_, index) => String(index)}
        rowTestId="sheet-fault"
        empty={t('sheet.noFaults')}
        columns={[
          { title: t('sheet.row'), numeric: true, render: (fault) => number(fault.row) },
          { title: t('sheet.column'), render: (fault) => fault.column ?? NONE },
          { title: t('sheet.value'), render: (fault) => fault.value ?? NONE },
          { title: t('sheet.message'), render: (fault) => fault.message },
          { title: t('sheet.suggestion'), render: (fault) => fault.suggestion ?? NONE },
        ]}
      />
      {r.moreFaults > 0 && (
        <p className="gs-quiet">{t('sheet.moreFaults', { count: number(r.moreFaults) })}</p>
      )}
    </Panel>
  );
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
