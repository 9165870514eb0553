import { Button, Form, Grid, GridItem } from '@patternfly/react-core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Link } from 'react-router';
import type { Page } from '../../api/catalog';
import { ApiProblem, send } from '../../api/client';
import { type Domain, EXCHANGE } from '../../api/exchange';
import { useGet } from '../../api/hooks';
import { useUser } from '../../app/user';
import { DataTable, Pager, usePaging } from '../../components/DataTable';
import { Panel } from '../../components/Facts';
import { TextField } from '../../components/Fields';
import { PageFrame } from '../../components/PageFrame';
import { ProblemAlert, Remote } from '../../components/Remote';
import { query } from '../../api/client';
import { useTexts } from '../../i18n';

/** 业务域. */
export function DomainsPage() {
  const { t, number } = useTexts();
  const me = useUser();
  const { page, size } = usePaging();
  const list = useGet<Page<Domain>>(`${EXCHANGE}/domains${query({ page, size })}`);
  return (
    <PageFrame title={t('menu.domains')} lead={t('domains.lead')}>
      <Panel title={t('domains.all')}>
        <Remote query={list}>
          {(found) => (
            <>
              <DataTable
                label={t('menu.domains')}
                rows={found.items}
                rowKey={(d) => d.code}
                rowTestId="domain-row"
                empty={t('domains.empty')}
                columns={[
                  {
                    title: t('column.number'),
                    numeric: true,
                    narrow: true,
                    render: (_, i) => number(page * size + i + 1),
                  },
                  { title: t('domain.name'), render: (d) => d.name },
                  { title: t('domain.code'), className: 'gs-mono', render: (d) => d.code },
                  {
                    title: t('menu.services'),
                    render: (d) => (
                      <Link to={`/exchange/services?domain=${encodeURIComponent(d.code)}`}>
                        {t('domain.openServices')}
                      </Link>
                    ),
                  },
                ]}
              />
              <Pager total={found.total} />
            </>
          )}
        </Remote>
      </Panel>
      {(me.roles.includes('exchange-designer') || me.roles.includes('exchange-operator')) && (
        <NewDomain />
      )}
    </PageFrame>
  );
}

function NewDomain() {
  const { t } = useTexts();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const errors = (field: string) => (problem instanceof ApiProblem ? problem.messages(field) : []);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setProblem(null);
    try {
      await send('POST', `${EXCHANGE}/domains`, { code: code.trim(), name: name.trim() });
      setCode('');
      setName('');
      await queries.invalidateQueries();
    } catch (failure) {
      setProblem(failure);
    }
  };
  return (
    <Panel title={t('domains.new')}>
      {problem !== null && (
        <ProblemAlert error={problem} hiddenFields={(f) => f === 'code' || f === 'name'} />
      )}
      <Form onSubmit={(event) => void submit(event)}>
        <Grid hasGutter md={6}>
          <GridItem>
            <TextField
              id="domain-code"
              label={t('domain.code')}
              required
              value={code}
              onChange={setCode}
              errors={errors('code')}
              hint={t('domain.codeHint')}
            />
          </GridItem>
          <GridItem>
            <TextField
              id="domain-name"
              label={t('domain.name')}
              required
              value={name}
              onChange={setName}
              errors={errors('name')}
            />
          </GridItem>
        </Grid>
        <div>
          <Button type="submit" variant="secondary">
            {t('action.add')}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
