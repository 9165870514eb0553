import type { ReactNode } from 'react';
import { Navigate, Route, Routes, useParams } from 'react-router';
import { Forbidden } from '../components/Forbidden';
import { NoSuchPage } from '../components/NoSuchPage';
import { NewProposalPage } from '../pages/proposal/NewProposalPage';
import { ProposalPage } from '../pages/proposal/ProposalPage';
import { ProposalsPage } from '../pages/proposal/ProposalsPage';
import { AuthorityPage } from '../pages/authority/AuthorityPage';
import { CandidatePage } from '../pages/authority/CandidatePage';
import { SynonymsPage } from '../pages/authority/SynonymsPage';
import { CatalogPage } from '../pages/catalog/CatalogPage';
import { CompilePage } from '../pages/catalog/CompilePage';
import { ResourceEditorPage } from '../pages/catalog/ResourceEditorPage';
import { ResourcePage } from '../pages/catalog/ResourcePage';
import { ReviewPage } from '../pages/catalog/ReviewPage';
import { DesignerPage, ServiceEditPage } from '../pages/exchange/DesignerPage';
import { DomainsPage } from '../pages/exchange/DomainsPage';
import { ProcessesPage } from '../pages/exchange/ProcessesPage';
import { NodePage } from '../pages/exchange/NodePage';
import { NodesPage } from '../pages/exchange/NodesPage';
import { RunPage } from '../pages/exchange/RunPage';
import { RunsPage } from '../pages/exchange/RunsPage';
import { ServicePage } from '../pages/exchange/ServicePage';
import { ServicesPage } from '../pages/exchange/ServicesPage';
import { HomePage } from '../pages/home/HomePage';
import { MonitoredServicesPage } from '../pages/monitoring/MonitoredServicesPage';
import { PlatformPage } from '../pages/monitoring/PlatformPage';
import { CategoriesPage } from '../pages/category/CategoriesPage';
import { DepartmentPage } from '../pages/department/DepartmentPage';
import { DepartmentsPage } from '../pages/department/DepartmentsPage';
import { ChangesPage } from '../pages/history/ChangesPage';
import { CalendarPage } from '../pages/calendar/CalendarPage';
import { TimeLimitsPage } from '../pages/calendar/TimeLimitsPage';
import { CollisionsPage } from '../pages/identifier/CollisionsPage';
import { ReservationsPage } from '../pages/identifier/ReservationsPage';
import { SchemePage } from '../pages/identifier/SchemePage';
import { EntryPage } from '../pages/reference/EntryPage';
import { ManagedPage } from '../pages/reference/ManagedPage';
import { SheetPage } from '../pages/organisation/SheetPage';
import { RepealedPage } from '../pages/library/RepealedPage';
import { UpkeepPage } from '../pages/search/UpkeepPage';
import { AuditPage } from '../pages/system/AuditPage';
import { ApplyPage, RequestEditPage } from '../pages/request/ApplyPage';
import { GrantPage } from '../pages/request/GrantPage';
import { GrantsPage } from '../pages/request/GrantsPage';
import { RequestPage } from '../pages/request/RequestPage';
import { ApprovalsPage, MyRequestsPage } from '../pages/request/RequestsPage';
import { CampaignPage } from '../pages/campaign/CampaignPage';
import { CampaignEvidencePage } from '../pages/campaign/CampaignEvidencePage';
import { CampaignResourcesPage } from '../pages/campaign/CampaignResourcesPage';
import { EditCampaignPage } from '../pages/campaign/EditCampaignPage';
import { NewCampaignPage } from '../pages/campaign/NewCampaignPage';
import { CampaignsPage } from '../pages/campaign/CampaignsPage';
import { DemandPage } from '../pages/demand/DemandPage';
import { DemandsPage } from '../pages/demand/DemandsPage';
import { NeedsPage } from '../pages/demand/NeedsPage';
import { NewDemandPage } from '../pages/demand/NewDemandPage';
import { ImportPage } from '../pages/import/ImportPage';
import { ImportsPage } from '../pages/import/ImportsPage';
import { NoticeSettingsPage } from '../pages/notice/NoticeSettingsPage';
import { NoticesPage } from '../pages/notice/NoticesPage';
import { ObjectionPage } from '../pages/objection/ObjectionPage';
import { ObjectionsPage } from '../pages/objection/ObjectionsPage';
import { SubscriptionsPage } from '../pages/notice/SubscriptionsPage';
import { OpeningPage } from '../pages/opening/OpeningPage';
import { CompilationPage } from '../pages/statistics/CompilationPage';
import { CountedItemsPage } from '../pages/statistics/CountedItemsPage';
import { ContributorsPage } from '../pages/statistics/ContributorsPage';
import { EvaluationPage } from '../pages/statistics/EvaluationPage';
import { EvaluationsPage } from '../pages/statistics/EvaluationsPage';
import { EvidencePage } from '../pages/statistics/EvidencePage';
import { QualityPage } from '../pages/statistics/QualityPage';
import { ResourceScoresPage } from '../pages/statistics/ResourceScoresPage';
import { DelegationsPage } from '../pages/task/DelegationsPage';
import { TasksPage } from '../pages/task/TasksPage';
import { type Area, may } from './access';
import { useUser } from './user';

/** A page at its address; without an area it is for everybody who is signed in. */
export interface Address {
  path: string;
  area?: Area;
  page: ReactNode;
}

/** Every address of the portal. */
export const ADDRESSES: Address[] = [
  { path: '/', page: <HomePage /> },
  { path: '/catalog', area: 'published', page: <CatalogPage /> },
  { path: '/catalog/:id', area: 'published', page: <ResourcePage /> },
  { path: '/resources/:id', page: <ToResource /> },
  { path: '/catalog/:id/review', area: 'compile', page: <ReviewPage /> },
  { path: '/catalog/:id/apply', area: 'apply', page: <ApplyPage /> },
  { path: '/compile', area: 'compile', page: <CompilePage /> },
  { path: '/compile/new', area: 'edit', page: <ResourceEditorPage /> },
  { path: '/compile/:id/edit', area: 'edit', page: <ResourceEditorPage /> },
  { path: '/requests', area: 'myRequests', page: <MyRequestsPage /> },
  { path: '/requests/:id', area: 'business', page: <RequestPage /> },
  { path: '/requests/:id/edit', area: 'apply', page: <RequestEditPage /> },
  { path: '/approvals', area: 'approvals', page: <ApprovalsPage /> },
  { path: '/grants', area: 'grants', page: <GrantsPage /> },
  { path: '/grants/:id', area: 'business', page: <GrantPage /> },
  { path: '/notices', page: <NoticesPage /> },
  { path: '/notices/settings', page: <NoticeSettingsPage /> },
  { path: '/subscriptions', area: 'business', page: <SubscriptionsPage /> },
  { path: '/tasks', area: 'business', page: <TasksPage /> },
  { path: '/delegations', area: 'business', page: <DelegationsPage /> },
  { path: '/imports', area: 'import', page: <ImportsPage /> },
  { path: '/imports/:id', area: 'import', page: <ImportPage /> },
  { path: '/objections', area: 'supply', page: <ObjectionsPage /> },
  { path: '/objections/:id', area: 'supply', page: <ObjectionPage /> },
  { path: '/demands', area: 'supply', page: <DemandsPage /> },
  { path: '/demands/new', area: 'apply', page: <NewDemandPage /> },
  { path: '/demands/:id', area: 'supply', page: <DemandPage /> },
  { path: '/needs', area: 'supply', page: <NeedsPage /> },
  { path: '/reference', page: <Navigate to="/reference/offices" replace /> },
  { path: '/reference/categories', area: 'business', page: <CategoriesPage /> },
  { path: '/reference/departments', area: 'business', page: <DepartmentsPage /> },
  { path: '/reference/departments/:code', area: 'business', page: <DepartmentPage /> },
  { path: '/reference/:kind', area: 'business', page: <ManagedPage /> },
  { path: '/proposals', area: 'edit', page: <ProposalsPage /> },
  { path: '/proposals/new', area: 'edit', page: <NewProposalPage /> },
  { path: '/proposals/:id', area: 'edit', page: <ProposalPage /> },
  { path: '/authority', area: 'business', page: <AuthorityPage /> },
  { path: '/authority/synonyms', area: 'business', page: <SynonymsPage /> },
  { path: '/authority/:id', area: 'business', page: <CandidatePage /> },
  { path: '/reference/:kind/:id', area: 'business', page: <EntryPage /> },
  { path: '/organisation/:kind/import', area: 'organise', page: <SheetPage /> },
  { path: '/library/repealed', area: 'business', page: <RepealedPage /> },
  { path: '/search/upkeep', area: 'manage', page: <UpkeepPage /> },
  { path: '/systems/audit', area: 'systems', page: <AuditPage /> },
  { path: '/identifiers/scheme', area: 'business', page: <SchemePage /> },
  { path: '/identifiers/reservations', area: 'identifiers', page: <ReservationsPage /> },
  { path: '/identifiers/collisions', area: 'identifiers', page: <CollisionsPage /> },
  { path: '/calendar', area: 'business', page: <CalendarPage /> },
  { path: '/time-limits', area: 'business', page: <TimeLimitsPage /> },
  { path: '/changes', area: 'changes', page: <ChangesPage /> },
  { path: '/opening-plan', area: 'opening', page: <OpeningPage /> },
  { path: '/campaigns', area: 'campaigns', page: <CampaignsPage /> },
  { path: '/campaigns/new', area: 'manage', page: <NewCampaignPage /> },
  { path: '/campaigns/:id/edit', area: 'manage', page: <EditCampaignPage /> },
  { path: '/campaigns/:id/evidence', area: 'campaigns', page: <CampaignEvidencePage /> },
  { path: '/campaigns/:id/resources', area: 'campaigns', page: <CampaignResourcesPage /> },
  { path: '/campaigns/:id', area: 'campaigns', page: <CampaignPage /> },
  { path: '/statistics', area: 'published', page: <CompilationPage /> },
  { path: '/statistics/:library/items', area: 'published', page: <CountedItemsPage /> },
  { path: '/statistics/:library/:kind', area: 'published', page: <ContributorsPage /> },
  { path: '/quality', area: 'published', page: <QualityPage /> },
  { path: '/quality/resources', area: 'published', page: <ResourceScoresPage /> },
  { path: '/evaluations', area: 'published', page: <EvaluationsPage /> },
  { path: '/evaluations/:id', area: 'published', page: <EvaluationPage /> },
  {
    path: '/evaluations/:id/departments/:department/:indicator',
    area: 'evaluations',
    page: <EvidencePage />,
  },
  { path: '/exchange', page: <Navigate to="/exchange/services" replace /> },
  { path: '/exchange/processes', area: 'processes', page: <ProcessesPage /> },
  { path: '/exchange/domains', area: 'domains', page: <DomainsPage /> },
  { path: '/exchange/nodes', area: 'nodes', page: <NodesPage /> },
  { path: '/exchange/nodes/:code', area: 'nodes', page: <NodePage /> },
  { path: '/exchange/services', area: 'exchange', page: <ServicesPage /> },
  { path: '/exchange/services/new', area: 'design', page: <DesignerPage /> },
  { path: '/exchange/services/:id/edit', area: 'design', page: <ServiceEditPage /> },
  { path: '/exchange/services/:id', area: 'exchange', page: <ServicePage /> },
  { path: '/exchange/runs', area: 'exchange', page: <RunsPage /> },
  { path: '/exchange/runs/:id', area: 'exchange', page: <RunPage /> },
  { path: '/monitoring', area: 'platform', page: <PlatformPage /> },
  { path: '/monitoring/services', area: 'monitoredServices', page: <MonitoredServicesPage /> },
  { path: '*', page: <NoSuchPage /> },
];

/** The page of the present address, or who may open it. */
export function Pages() {
  return (
    <Routes>
      {ADDRESSES.map(({ path, area, page }) => (
        <Route key={path} path={path} element={area ? <Only area={area}>{page}</Only> : page} />
      ))}
    </Routes>
  );
}

/** Notices and the public catalogue name resources by their own address. */
function ToResource() {
  const { id = '' } = useParams();
  return <Navigate to={`/catalog/${id}`} replace />;
}

function Only({ area, children }: { area: Area; children: ReactNode }) {
  const me = useUser();
  return may(me, area) ? children : <Forbidden area={area} />;
}
