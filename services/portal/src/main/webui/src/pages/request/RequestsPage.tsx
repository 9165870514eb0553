import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Link } from 'react-router';
import { type AccessRequest, CATALOG, REQUEST_STATES } from '../../api/catalog';
import { useFilter } from '../../components/DataTable';
import { FilterSelect } from '../../components/Fields';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { type TextKey, useTexts } from '../../i18n';

/** What the user's department has asked for. */
export function MyRequestsPage() {
  return (
    <Requests
      role="mine"
      title="menu.myRequests"
      lead="requests.mineLead"
      empty="requests.mineEmpty"
    />
  );
}

/** What waits for the user's check or decision. */
export function ApprovalsPage() {
  return (
    <Requests
      role="todo"
      title="menu.approvals"
      lead="requests.todoLead"
      empty="requests.todoEmpty"
    />
  );
}

function Requests({
  role,
  title,
  lead,
  empty,
}: {
  role: 'mine' | 'todo';
  title: TextKey;
  lead: TextKey;
  empty: TextKey;
}) {
  const { t, code, number, time, date } = useTexts();
  const [state, setState] = useFilter('state');
  return (
    <PageFrame title={t(title)} lead={t(lead)}>
      <div>
        {role === 'mine' && (
          <Toolbar>
            <ToolbarContent>
              <ToolbarItem>
                <FilterSelect
                  id="filter-state"
                  label={t('request.state')}
                  all={t('filter.allStates')}
                  value={state}
                  onChange={setState}
                  options={REQUEST_STATES.map((s) => ({ value: s, text: code('requestState', s) }))}
                />
              </ToolbarItem>
            </ToolbarContent>
          </Toolbar>
        )}
        <PagedTable<AccessRequest>
          path={`${CATALOG}/requests`}
          filters={{ role, state }}

          label={t(title)}
          rowKey={(r) => r.id}
          rowTestId="request-row"
          empty={t(empty)}
          columns={[
            {
              title: t('resource.name'),
              className: 'gs-name-cell',
              render: (r) => <Link to={`/requests/${r.id}`}>{r.resource.name}</Link>,
            },
            {
              title: t('request.state'),
              render: (r) => <CodeLabel kind="requestState" value={r.state} />,
            },
            {
              title: t('request.requester'),
              narrow: true,
              render: (r) => r.requesterDepartment.name,
            },
            {
              title: t('request.provider'),
              narrow: true,
              render: (r) => r.providerDepartment.name,
            },
            {
              title: t('resource.items'),
              numeric: true,
              render: (r) => number(r.items?.length),
            },
            {
              title: t('request.validUntil'),
              narrow: true,
              render: (r) => date(r.validUntil),
            },
            { title: t('request.at'), narrow: true, render: (r) => time(r.createdAt) },
          ]}
        />
      </div>
    </PageFrame>
  );
}
