import { Alert, FileUpload } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CATALOG } from '../api/catalog';
import { send, upload } from '../api/client';
import { useTexts } from '../i18n';
import { ActionButton } from './ActionButton';
import { ConfirmButton } from './Actions';
import { contentTypeOf, ENDINGS } from './attachments';
import { Panel } from './Facts';
import { PagedTable } from './PagedTable';

interface Attachment {
  id: string;
  name: string;
  size: number;
  digest?: string;
  uploadedBy: string;
  uploadedAt: string;
}

/** The files of one owner: fetched by those who see it, added and removed by those who keep it. */
export function Attachments({
  ownerKind,
  ownerId,
  writes,
}: {
  ownerKind: string;
  ownerId: string;
  writes: boolean;
}) {
  const { t, bytes, time } = useTexts();
  const queries = useQueryClient();
  return (
    <Panel title={t('attachment.title')} testId="attachments">
      <PagedTable<Attachment>
        path={`${CATALOG}/attachments`}
        filters={{ ownerKind, ownerId }}
        list="files."
        label={t('attachment.title')}
        rowKey={(file) => file.id}
        rowTestId="attachment-row"
        empty={t('attachment.none')}
        columns={[
          {
            title: t('attachment.name'),
            className: 'gs-name-cell',
            render: (file) => (
              <>
                <a href={`${CATALOG}/attachments/${file.id}/content`} download>
                  {file.name}
                </a>
                <span className="gs-matched gs-mono">SHA-256 {file.digest}</span>
              </>
            ),
          },
          { title: t('attachment.size'), numeric: true, render: (file) => bytes(file.size) },
          { title: t('attachment.by'), narrow: true, render: (file) => file.uploadedBy },
          { title: t('attachment.at'), narrow: true, render: (file) => time(file.uploadedAt) },
          ...(writes
            ? [
                {
                  title: t('action.delete'),
                  narrow: true,
                  render: (file: Attachment) => (
                    <ConfirmButton
                      text={t('action.delete')}
                      title={t('action.delete')}
                      question={t('attachment.deleteQuestion', { name: file.name })}
                      variant="link"
                      danger
                      action={async () => {
                        await send('DELETE', `${CATALOG}/attachments/${file.id}`);
                        await queries.invalidateQueries();
                      }}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {writes && <AddFile ownerKind={ownerKind} ownerId={ownerId} />}
    </Panel>
  );
}

function AddFile({ ownerKind, ownerId }: { ownerKind: string; ownerId: string }) {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const refused = file !== null && contentTypeOf(file.name) === undefined;
  const add = async () => {
    const contentType = file ? contentTypeOf(file.name) : undefined;
    if (!file || !contentType) {
      return;
    }
    const announced = { ownerKind, ownerId, name: file.name, contentType };
    const { data } = await send<Attachment>('POST', `${CATALOG}/attachments`, announced);
    const path = `${CATALOG}/attachments/${data.id}/content`;
    await upload(path, file, 'application/octet-stream', { method: 'PUT' });
    setFile(null);
    await queries.invalidateQueries();
  };
  return (
    <div className="gs-block-top">
      <FileUpload
        id="attachment"
        value={file ?? ''}
        filename={file?.name ?? ''}
        filenamePlaceholder={t('attachment.hint')}
        browseButtonText={t('attachment.choose')}
        clearButtonText={t('action.clear')}
        hideDefaultPreview
        onFileInputChange={(_, chosen) => setFile(chosen)}
        onClearClick={() => setFile(null)}
        aria-label={t('attachment.choose')}
      />
      {refused && (
        <Alert
          component="p"
          variant="warning"
          isInline
          isPlain
          title={t('attachment.refused', { endings: ENDINGS.join(' ') })}
        />
      )}
      <div className="gs-block-top">
        <ActionButton
          text={t('attachment.add')}
          action={add}
          disabled={!file || refused}
          testId="add-attachment"
        />
      </div>
    </div>
  );
}
