import { Checkbox, FormGroup, TextInput } from '@patternfly/react-core';
import { useState } from 'react';
import { type AccessRequest, CATALOG, type Resource } from '../../api/catalog';
import { useGet } from '../../api/hooks';
import { ConfirmButton } from '../../components/Actions';
import { LongTextField, TextField } from '../../components/Fields';
import { useTexts } from '../../i18n';
import { complete, RowConditions, type RowConditionForm, rowConditionsOf } from './RowConditions';

/** Grants all items, or some of them and says why not the others. */
export function GrantButton({
  request: r,
  decide,
}: {
  request: AccessRequest;
  decide: (decision: unknown) => Promise<unknown>;
}) {
  const { t } = useTexts();
  const [chosen, setChosen] = useState<Set<string>>(() => new Set(r.items.map((i) => i.id)));
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [expires, setExpires] = useState(r.validUntil.slice(0, 10));
  const [rowFilter, setRowFilter] = useState('');
  const [rows, setRows] = useState<RowConditionForm[]>([]);
  const [conditions, setConditions] = useState('');
  const resource = useGet<Resource>(`${CATALOG}/resources/${r.resource.id}`);
  const refused = r.items.filter((item) => !chosen.has(item.id));
  const explained = refused.every((item) => reasons[item.id]?.trim());
  const choose = (id: string, on: boolean) =>
    setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((other) => other !== id)));
  return (
    <ConfirmButton
      text={t('request.grantIt')}
      title={t('request.grantIt')}
      question={t('request.grantQuestion', { department: r.requesterDepartment.name })}
      remark="optional"
      testId="decision-grant"
      canConfirm={chosen.size > 0 && expires !== '' && explained && complete(rows)}
      action={(remark) =>
        decide({
          decision: refused.length > 0 ? 'PARTIAL' : 'GRANT',
          itemIds: r.items.filter((i) => chosen.has(i.id)).map((i) => i.id),
          refusals: refused.map((item) => ({ itemId: item.id, reason: reasons[item.id]?.trim() })),
          expiresAt: `${expires}T15:59:59Z`,
          rowFilter: rowFilter.trim() || null,
          rowConditions: rowConditionsOf(rows),
          conditions: conditions.trim() || null,
          remark,
        })
      }
    >
      <FormGroup role="group" label={t('request.grantedItems')} className="gs-block">
        <p className="gs-quiet">{t('request.partHint')}</p>
        <div className="gs-checks">
          {r.items.map((item) => (
            <div key={item.id}>
              <Checkbox
                id={`grant-${item.id}`}
                label={item.name}
                isChecked={chosen.has(item.id)}
                onChange={(_, checked) => choose(item.id, checked)}
              />
              {!chosen.has(item.id) && (
                <TextInput
                  id={`reason-${item.id}`}
                  aria-label={`${t('request.partReason')} ${item.name}`}
                  placeholder={t('request.partReason')}
                  value={reasons[item.id] ?? ''}
                  onChange={(_, value) => setReasons((old) => ({ ...old, [item.id]: value }))}
                />
              )}
            </div>
          ))}
        </div>
      </FormGroup>
      <TextField
        id="expires"
        type="date"
        label={t('grant.expiresAt')}
        required
        value={expires}
        onChange={setExpires}
      />
      <LongTextField
        id="row-filter"
        rows={2}
        label={t('request.rowFilter')}
        value={rowFilter}
        onChange={setRowFilter}
      />
      <RowConditions items={resource.data?.items ?? []} value={rows} onChange={setRows} />
      <LongTextField
        id="conditions"
        rows={2}
        label={t('request.conditions')}
        value={conditions}
        onChange={setConditions}
      />
    </ConfirmButton>
  );
}
