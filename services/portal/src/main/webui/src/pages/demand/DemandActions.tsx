import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CATALOG, type Demand } from '../../api/catalog';
import { send, type Versioned } from '../../api/client';
import { useDepartments } from '../../api/hooks';
import { useUser } from '../../app/user';
import { ConfirmButton } from '../../components/Actions';
import { ChoiceField, TextField } from '../../components/Fields';
import { useTexts } from '../../i18n';

/** What the user may do with a demand as it stands. */
export function DemandActions({ demand: { data: d, version } }: { demand: Versioned<Demand> }) {
  const { t } = useTexts();
  const me = useUser();
  const queries = useQueryClient();
  const { departments } = useDepartments();
  const [provider, setProvider] = useState(d.preferredDepartment?.code ?? '');
  const [by, setBy] = useState('');
  const post = async (where: string, body?: unknown) => {
    await send('POST', `${CATALOG}/demands/${d.id}/${where}`, body, version);
    await queries.invalidateQueries();
  };
  const assigns =
    me.roles.includes('sharing-reviewer') && (d.state === 'SUBMITTED' || d.state === 'DECLINED');
  const answers =
    me.roles.includes('department-reviewer') &&
    d.state === 'ASSIGNED' &&
    d.providerDepartment?.code === me.department?.code;
  const asked = me.roles.includes('requester') && d.department.code === me.department?.code;
  const open = ['SUBMITTED', 'ASSIGNED', 'PLANNED', 'DECLINED'].includes(d.state);
  return (
    <>
      {assigns && (
        <>
          <ConfirmButton
            text={t('demand.assign')}
            title={t('demand.assign')}
            question={t('demand.assignQuestion')}
            remark="optional"
            canConfirm={provider !== ''}
            testId="assign"
            action={(remark) =>
              post('assignment', {
                decision: 'ASSIGN',
                department: provider,
                remark: remark || null,
              })
            }
          >
            <ChoiceField
              id="provider"
              label={t('demand.provider')}
              required
              value={provider}
              onChange={setProvider}
              placeholder={t('field.choose')}
              options={departments
                .filter((department) => department.code !== d.department.code)
                .map((department) => ({ value: department.code, text: department.name }))}
            />
          </ConfirmButton>
          <ConfirmButton
            text={t('demand.refuse')}
            title={t('demand.refuse')}
            question={t('demand.refuseQuestion')}
            remark="required"
            variant="secondary"
            testId="refuse-demand"
            action={(remark) => post('assignment', { decision: 'REFUSE', remark })}
          />
        </>
      )}
      {answers && (
        <>
          <ConfirmButton
            text={t('demand.canProvide')}
            title={t('demand.canProvide')}
            question={t('demand.assignQuestion')}
            remark="optional"
            canConfirm={by !== ''}
            testId="can-provide"
            action={(note) =>
              post('answer', { decision: 'CAN_PROVIDE', availableBy: by, note: note || null })
            }
          >
            <TextField
              id="available-by"
              type="date"
              label={t('demand.availableBy')}
              required
              value={by}
              onChange={setBy}
            />
          </ConfirmButton>
          <ConfirmButton
            text={t('demand.cannot')}
            title={t('demand.cannot')}
            question={t('demand.cannotQuestion')}
            remark="required"
            variant="secondary"
            testId="cannot"
            action={(note) => post('answer', { decision: 'CANNOT', note })}
          />
        </>
      )}
      {asked && open && (
        <ConfirmButton
          text={t('demand.withdraw')}
          title={t('demand.withdraw')}
          question={t('demand.withdrawQuestion')}
          remark="required"
          variant="secondary"
          testId="withdraw-demand"
          action={(reason) => post('withdrawal', { reason })}
        />
      )}
    </>
  );
}
