import { DataTable } from '../../components/DataTable';
import { Facts } from '../../components/Facts';
import { useTexts } from '../../i18n';

/** What a scheme would mean for the identifiers there are. */
export interface Preview {
  examples: string[];
  fitting: number;
  notFitting: number;
  misfits: { prefix: string; count: number; example: string; reason: string }[];
}

/** Identifiers as they would look, and those that would no longer fit. */
export function SchemePreview({ preview }: { preview: Preview }) {
  const { t, number } = useTexts();
  return (
    <div data-testid="scheme-preview">
      <Facts
        facts={[
          [
            t('scheme.examples'),
            <span key="examples" className="gs-mono">
              {preview.examples.join(t('list.separator'))}
            </span>,
          ],
          [t('scheme.fitting'), number(preview.fitting)],
          [t('scheme.notFitting'), number(preview.notFitting)],
        ]}
      />
      {preview.misfits.length > 0 && (
        <DataTable
          label={t('scheme.notFitting')}
          rows={preview.misfits}
          rowKey={(misfit) => misfit.prefix}
          columns={[
            { title: t('scheme.prefix'), className: 'gs-mono', render: (m) => m.prefix },
            { title: t('scheme.count'), numeric: true, render: (m) => number(m.count) },
            { title: t('scheme.example'), className: 'gs-mono', render: (m) => m.example },
            { title: t('scheme.reason'), render: (m) => m.reason },
          ]}
        />
      )}
    </div>
  );
}
