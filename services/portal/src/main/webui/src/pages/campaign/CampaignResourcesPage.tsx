import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core';
import { Link, useParams } from 'react-router';
import { campaignPath, type CampaignResource } from '../../api/campaign';
import type { Campaign } from '../../api/catalog';
import { useDepartments, useVersioned } from '../../api/hooks';
import { useFilter } from '../../components/DataTable';
import { FilterSelect } from '../../components/Fields';
import { CodeLabel } from '../../components/Labels';
import { PagedTable } from '../../components/PagedTable';
import { PageFrame } from '../../components/PageFrame';
import { type TextKey, useTexts } from '../../i18n';
import { STATES, type Work } from './work';

/** The resources that a campaign's progress counts. */
export function CampaignResourcesPage() {
  const { id = '' } = useParams();
  const { t, number, time } = useTexts();
  const { departments } = useDepartments();
  const [department, setDepartment] = useFilter('department');
  const [stage, setStage] = useFilter('stage');
  const campaign = useVersioned<Campaign>(campaignPath(id));
  const name = campaign.data?.data.name ?? '';
  const states = STATES[stage as Work] ?? [];
  return (
    <PageFrame
      title={t('campaign.resourcesOf', { name })}
      crumbs={[
        { to: '/campaigns', text: t('menu.campaigns') },
        { to: `/campaigns/${id}`, text: name },
      ]}
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
            <ToolbarItem>
              <FilterSelect
                id="filter-stage"
                label={t('resource.state')}
                all={t('campaign.allResources')}
                value={stage}
                options={Object.keys(STATES).map((value) => ({
                  value,
                  text: t(`campaign.${value}` as TextKey),
                }))}
                onChange={setStage}
              />
            </ToolbarItem>
          </ToolbarContent>
        </Toolbar>
        <PagedTable<CampaignResource>
          path={`${campaignPath(id)}/resources`}
          filters={{ department, state: states }}
          label={t('campaign.resources')}
          rowKey={(resource) => resource.id}
          rowTestId="campaign-resource-row"
          empty={t('campaign.noResources')}
          columns={[
            {
              title: t('resource.name'),
              className: 'gs-name-cell',
              render: (resource) => <Link to={`/catalog/${resource.id}`}>{resource.name}</Link>,
            },
            { title: t('resource.department'), render: (resource) => resource.department.name },
            {
              title: t('resource.state'),
              render: (resource) => <CodeLabel kind="resourceState" value={resource.state} />,
            },
            {
              title: t('resource.items'),
              numeric: true,
              render: (resource) => (
                <Link to={`/catalog/${resource.id}`}>{number(resource.itemCount)}</Link>
              ),
            },
            {
              title: t('history.at'),
              narrow: true,
              render: (resource) => time(resource.updatedAt),
            },
          ]}
        />
      </div>
    </PageFrame>
  );
}
