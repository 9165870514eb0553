import { Checkbox, FormGroup } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { CATALOG, type Grant } from '../../api/catalog';
import { send, type Versioned } from '../../api/client';
import { ConfirmButton } from '../../components/Actions';
import { useTexts } from '../../i18n';

/** Takes items out of a grant; the others stay granted. */
export function NarrowButton({ grant }: { grant: Versioned<Grant> }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const g = grant.data;
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const choose = (id: string, on: boolean) =>
    setChosen(new Set(on ? [...chosen, id] : [...chosen].filter((other) => other !== id)));
  return (
    <ConfirmButton
      text={t('grant.narrow')}
      title={t('grant.narrow')}
      question={t('grant.revokeQuestion', { department: g.requesterDepartment.name })}
      remark="required"
      variant="secondary"
      canConfirm={chosen.size > 0 && chosen.size < g.items.length}
      testId="narrow"
      action={async (reason) => {
        const { data } = await send<Grant>(
          'POST',
          `${CATALOG}/grants/${g.id}/narrowing`,
          { itemIds: [...chosen], reason },
          grant.version,
        );
        await queries.invalidateQueries();
        await navigate(`/grants/${data.id}`);
      }}
    >
      <FormGroup role="group" label={t('grant.narrowItems')} className="gs-block">
        {g.items.map((item) => (
          <Checkbox
            key={item.id}
            id={`narrow-${item.id}`}
            label={item.name}
            isChecked={chosen.has(item.id)}
            onChange={(_, on) => choose(item.id, on)}
          />
        ))}
      </FormGroup>
    </ConfirmButton>
  );
}
