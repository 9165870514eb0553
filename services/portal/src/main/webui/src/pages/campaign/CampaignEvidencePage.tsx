import { Button, Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { campaignPath, type CampaignEvidence, EVIDENCE_KINDS } from '../../api/campaign';
import type { Campaign } from '../../api/catalog';
import { send } from '../../api/client';
import { useDepartments, useVersioned } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { Attachments } from '../../components/Attachments';
import { useFilter } from '../../components/DataTable';
import { ChoiceField, FilterSelect, LongTextField, TextField } from '../../components/Fields';
import { FormDialog } from '../../components/FormDialog';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { useForm } from '../../components/useForm';
import { useTexts } from '../../i18n';

/** 佐证材料: what the departments' surveys rest on, with its files. */
export function CampaignEvidencePage() {
  const { id = '' } = useParams();
  const { t, code, time } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const { departments } = useDepartments();
  const [department, setDepartment] = useFilter('department');
  const [shown, setShown] = useState<CampaignEvidence | null>(null);
  const campaign = useVersioned<Campaign>(campaignPath(id));
  const name = campaign.data?.data.name ?? '';
  const writes = (piece: CampaignEvidence) =>
    may(me, 'edit') && piece.department.code === me.department?.code;
  return (
    <PageFrame
      title={t('campaign.evidenceOf', { name })}
      lead={t('campaign.evidenceLead')}
      crumbs={[
        { to: '/campaigns', text: t('menu.campaigns') },
        { to: `/campaigns/${id}`, text: name },
      ]}
      actions={may(me, 'edit') && <AddEvidence campaign={id} />}
    >
      <div>
        <Toolbar>
          <ToolbarContent>
            <ToolbarItem>
              <FilterSelect
                id="filter-department"
                label={t('resource.department')}
                all={t('filter.allDepartments')}
                value={department}
                options={departments.map((d) => ({ value: d.code, text: d.name }))}
                onChange={setDepartment}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <PagedTable<CampaignEvidence>
          path={`${campaignPath(id)}/evidence`}
          filters={{ department }}
          label={t('campaign.evidence')}
          rowKey={(piece) => piece.id}
          rowTestId="evidence-row"
          empty={t('campaign.noEvidence')}
          columns={[
            { title: t('campaign.title'), render: (piece) => piece.title },
            { title: t('campaign.kind'), render: (piece) => code('evidenceKind', piece.kind) },
            { title: t('resource.department'), render: (piece) => piece.department.name },
            { title: t('item.description'), render: (piece) => piece.description },
            {
              title: t('history.at'),
              narrow: true,
              render: (piece) => `${piece.createdBy} ${time(piece.createdAt)}`,
            },
            {
              title: t('campaign.files'),
              narrow: true,
              render: (piece) => (
                <>
                  <Button variant="link" isInline onClick={() => setShown(piece)}>
                    {t('campaign.openFiles')}
                  </Button>{' '}
                  {writes(piece) && (
                    <ConfirmButton
                      text={t('action.delete')}
                      title={t('action.delete')}
                      question={t('campaign.deleteEvidence', { title: piece.title })}
                      variant="link"
                      danger
                      action={async () => {
                        const path = `${campaignPath(id)}/evidence/${piece.id}`;
                        await send('DELETE', path, undefined, `"${piece.revision}"`);
                        setShown(null);
                        await queries.invalidateQueries();
                      }}
                    />
                  )}
                </>
              ),
            },
          ]}
        />
      </div>
      {shown && (
        <section key={shown.id} aria-live="polite">
          <h2 className="gs-subtitle">{t('campaign.filesOf', { title: shown.title })}</h2>
          <Attachments ownerKind="CAMPAIGN_EVIDENCE" ownerId={shown.id} writes={writes(shown)} />
        </section>
      )}
    </PageFrame>
  );
}

function AddEvidence({ campaign }: { campaign: string }) {
  const { t, code } = useTexts();
  const form = useForm({ kind: '', title: '', description: '' }, async (values) => {
    await send('POST', `${campaignPath(campaign)}/evidence`, {
      kind: values.kind || null,
      title: values.title.trim(),
      description: values.description.trim() || null,
    });
    form.set({ kind: '', title: '', description: '' });
  });
  return (
    <FormDialog
      title={t('campaign.addEvidence')}
      confirm={t('action.add')}
      form={form}
      testId="add-evidence"
    >
      <ChoiceField
        {...form.field('kind')}
        label={t('campaign.kind')}
        required
        placeholder={t('field.choose')}
        options={EVIDENCE_KINDS.map((value) => ({ value, text: code('evidenceKind', value) }))}
      />
      <TextField {...form.field('title')} label={t('campaign.title')} required />
      <LongTextField {...form.field('description')} label={t('item.description')} rows={2} />
    </FormDialog>
  );
}
