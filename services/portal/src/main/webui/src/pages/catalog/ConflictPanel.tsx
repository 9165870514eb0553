import { Alert, Button, Flex, Radio } from '@patternfly/react-core';
import { Table, Tbody, Td, Th, Thead, Tr } from '@patternfly/react-table';
import { useState } from 'react';
import { ActionButton } from '../../components/ActionButton';
import { useTexts } from '../../i18n';
import { CampaignName } from '../campaign/CampaignField';
import { EntryLink } from '../reference/EntryValue';
import { type Choice, choicesOf, type Chosen, type EditedMeanwhile, presetOf } from './conflict';
import { EntryName, isEntryField } from './EntryName';
import { fieldPath, useFieldTexts } from './fieldNames';
import { LIBRARY_FIELDS, type LibraryField } from './ItemDetails';
import type { ItemDraft } from './itemDraft';

const EDITABLE = ['DRAFT', 'RETURNED'];

/** Two people changed the same resource: who, what, and which of it is to stand. */
export function ConflictPanel({
  conflict: { current, difference },
  items,
  onMerge,
}: {
  conflict: EditedMeanwhile;
  items: ItemDraft[];
  onMerge: (chosen: Chosen) => Promise<void>;
}) {
  const { t, code, number, time } = useTexts();
  const [choices] = useState(() => choicesOf(difference));
  const [chosen, setChosen] = useState<Chosen>(() => presetOf(choices));
  const by = (changedBy: Choice['changedBy']) =>
    choices.filter((choice) => choice.changedBy === changedBy);
  const open = choices.filter(({ field }) => !chosen[field]).length;
  const all = (side: 'mine' | 'theirs') =>
    setChosen((old) => ({
      ...old,
      ...Object.fromEntries(by('BOTH').map(({ field }) => [field, side])),
    }));
  const table = (title: string, lead: string, shown: Choice[]) =>
    shown.length > 0 && (
      <>
        <h3 className="gs-subtitle gs-block-top">{title}</h3>
        <p>{lead}</p>
        <ChoiceTable
          title={title}
          choices={shown}
          items={items}
          chosen={chosen}
          onChoose={(field, side) => setChosen((old) => ({ ...old, [field]: side }))}
        />
      </>
    );
  return (
    <Alert
      component="h2"
      variant="warning"
      isInline
      isLiveRegion
      className="gs-block"
      variantLabel={t('alert.warning')}
      title={t('merge.title')}
      data-testid="conflict"
    >
      <p>{t('merge.who', { editor: current.editedBy, time: time(current.updatedAt) })}</p>
      {EDITABLE.includes(current.state) ? (
        <>
          {table(
            t('merge.both', { count: number(by('BOTH').length) }),
            t('merge.bothLead'),
            by('BOTH'),
          )}
          {by('BOTH').length > 1 && (
            <Flex>
              <Button variant="link" isInline onClick={() => all('mine')}>
                {t('merge.takeAllMine')}
              </Button>
              <Button variant="link" isInline onClick={() => all('theirs')}>
                {t('merge.takeAllTheirs')}
              </Button>
            </Flex>
          )}
          {table(
            t('merge.others', { count: number(by('OTHERS').length) }),
            t('merge.othersLead'),
            by('OTHERS'),
          )}
          {by('YOU').length > 0 && (
            <p className="gs-block-top">
              {t('merge.mineOnly', { count: number(by('YOU').length) })}
            </p>
          )}
          <div className="gs-block-top">
            {open > 0 ? (
              <p>{t('merge.openChoices', { count: number(open) })}</p>
            ) : (
              <ActionButton
                text={t('merge.takeOver')}
                variant="primary"
                testId="merge"
                action={() => onMerge(chosen)}
              />
            )}
          </div>
        </>
      ) : (
        <p>{t('merge.notEditable', { state: code('resourceState', current.state) })}</p>
      )}
    </Alert>
  );
}

function ChoiceTable({
  title,
  choices,
  items,
  chosen,
  onChoose,
}: {
  title: string;
  choices: Choice[];
  items: ItemDraft[];
  chosen: Chosen;
  onChoose: (field: string, side: 'mine' | 'theirs') => void;
}) {
  const { t } = useTexts();
  const { nameOf } = useFieldTexts();
  return (
    <div className="gs-scroll">
      <Table aria-label={title} variant="compact" gridBreakPoint="">
        <Thead>
          <Tr>
            <Th>{t('merge.field')}</Th>
            <Th>{t('merge.base')}</Th>
            <Th>{t('merge.mine')}</Th>
            <Th>{t('merge.theirs')}</Th>
          </Tr>
        </Thead>
        <Tbody>
          {choices.map((choice) => {
            const name = nameOf(choice.field, items);
            return (
              <Tr key={choice.field} data-testid="conflict-row">
                <Th scope="row">{name}</Th>
                <Td>
                  <Values choice={choice} part="base" />
                </Td>
                {(['mine', 'theirs'] as const).map((side) => (
                  <Td key={side}>
                    <Radio
                      id={`merge-${choice.field}-${side}`}
                      name={`merge-${choice.field}`}
                      aria-label={`${name} ${t(`merge.${side}`)}`}
                      label={<Values choice={choice} part={side === 'mine' ? 'yours' : 'theirs'} />}
                      isChecked={chosen[choice.field] === side}
                      onChange={() => onChoose(choice.field, side)}
                      data-testid={`take-${side}`}
                    />
                  </Td>
                ))}
              </Tr>
            );
          })}
        </Tbody>
      </Table>
    </div>
  );
}

/** One state of what is chosen together; an item that is not there is said to be gone. */
function Values({ choice, part }: { choice: Choice; part: 'base' | 'yours' | 'theirs' }) {
  const { t } = useTexts();
  const { valueOf } = useFieldTexts();
  const { item, field } = fieldPath(choice.field);
  const values = choice.conflicts.map((conflict) => [conflict.field, conflict[part]] as const);
  if (values.every(([, value]) => value === undefined || value === null)) {
    const gone = item !== undefined && field === undefined && part !== 'base';
    return <span className="gs-quiet">{gone ? t('merge.deleted') : t('merge.absent')}</span>;
  }
  if (field !== undefined && isEntryField(field)) {
    return <EntryName field={field} id={String(values[0]![1])} />;
  }
  if (field === 'campaignId') {
    return <CampaignName id={String(values[0]![1])} />;
  }
  if (field !== undefined && field in LIBRARY_FIELDS) {
    return <EntryLink kind={LIBRARY_FIELDS[field as LibraryField]} id={String(values[0]![1])} />;
  }
  return values
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([path, value]) => valueOf(path, value))
    .join(' · ');
}
