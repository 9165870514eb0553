import {
  Button,
  InputGroup,
  InputGroupItem,
  InputGroupText,
  TextInput,
  Toolbar,
  ToolbarContent,
  ToolbarItem,
} from '@patternfly/react-core';
import { useSearchParams } from 'react-router';
import type { Page } from '../../api/catalog';
import {
  type Domain,
  EXCHANGE,
  type ExchangeNode,
  MODES,
  RUN_CAUSES,
  RUN_STATES,
} from '../../api/exchange';
import { useDepartments, useGet } from '../../api/hooks';
import { may } from '../../app/access';
import { useUser } from '../../app/user';
import { useFilter } from '../../components/DataTable';
import { FilterSelect, type Option } from '../../components/Fields';
import { type TextKey, useTexts } from '../../i18n';
import { zh } from '../../i18n/zh';
import { RUN_FILTERS } from './runHistory';

const REASONS = Object.keys(zh)
  .filter((key) => key.startsWith('runReason.'))
  .map((key) => key.slice('runReason.'.length));
const SORTS = ['started', '-ended', 'ended'];

/** What the list of runs is narrowed by; all of it stands in the address. */
export function RunFilters() {
  const { t, code } = useTexts();
  const me = useUser();
  const { departments } = useDepartments();
  const [search, setSearch] = useSearchParams();
  const domains = useGet<Page<Domain>>(`${EXCHANGE}/domains?size=100`, {
    enabled: may(me, 'domains'),
  });
  const nodes = useGet<Page<ExchangeNode>>(`${EXCHANGE}/nodes?size=100`, {
    enabled: may(me, 'nodes'),
  });
  const named = (values: readonly string[], text: (value: string) => string) =>
    values.map((value) => ({ value, text: text(value) }));
  const narrowed = RUN_FILTERS.some((name) => search.get(name));
  return (
    <Toolbar>
      <ToolbarContent>
        <Choice
          name="state"
          all="filter.allStates"
          options={named(RUN_STATES, (it) => code('runState', it))}
        />
        <Choice
          name="cause"
          all="runs.allCauses"
          options={named(RUN_CAUSES, (it) => code('runCause', it))}
        />
        <Choice name="mode" all="runs.allModes" options={named(MODES, (it) => code('mode', it))} />
        {domains.data && (
          <Choice
            name="domain"
            all="filter.allDomains"
            options={domains.data.items.map((d) => ({ value: d.code, text: d.name }))}
          />
        )}
        <Choice
          name="department"
          all="filter.allDepartments"
          options={departments.map((d) => ({ value: d.code, text: d.name }))}
        />
        {nodes.data && (
          <Choice
            name="node"
            all="runs.allNodes"
            options={nodes.data.items.map((n) => ({
              value: n.code,
              text: t('text.aside', { text: n.name, aside: n.code }),
            }))}
          />
        )}
        <Choice
          name="reason"
          all="runs.allReasons"
          options={named(REASONS, (it) => code('runReason', it))}
        />
        <Day name="from" label={t('runs.from')} />
        <Day name="to" label={t('runs.to')} />
        <Choice
          name="sort"
          all="runs.latestFirst"
          options={named(SORTS, (it) => code('runSort', it))}
        />
        {narrowed && (
          <ToolbarItem alignSelf="center">
            <Button
              variant="link"
              isInline
              onClick={() => setSearch(new URLSearchParams())}
              data-testid="show-all-runs"
            >
              {t('runs.showAll')}
            </Button>
          </ToolbarItem>
        )}
        {search.get('service') && (
          <ToolbarItem alignSelf="center">{t('runs.ofOneService')}</ToolbarItem>
        )}
      </ToolbarContent>
    </Toolbar>
  );
}

function Choice({ name, all, options }: { name: string; all: TextKey; options: Option[] }) {
  const { t, code } = useTexts();
  const [value, setValue] = useFilter(name);
  return (
    <ToolbarItem>
      <FilterSelect
        id={`filter-${name}`}
        label={code('runFilter', name)}
        all={t(all)}
        value={value}
        onChange={setValue}
        options={options}
      />
    </ToolbarItem>
  );
}

function Day({ name, label }: { name: string; label: string }) {
  const [value, setValue] = useFilter(name);
  return (
    <ToolbarItem>
      <InputGroup>
        <InputGroupText isPlain>{label}</InputGroupText>
        <InputGroupItem>
          <TextInput
            id={`filter-${name}`}
            type="date"
            aria-label={label}
            value={value}
            onChange={(_, next) => setValue(next)}
          />
        </InputGroupItem>
      </InputGroup>
    </ToolbarItem>
  );
}
