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
import { AuditPage } from '../pages/system/AuditPage';
import { ApplyPage, RequestEditPage } from '../pages/request/ApplyPage';
import { GrantPage } from '../pages/request/GrantPage';
import { GrantsPage } from '../pages/request/GrantsPage';
import { RequestPage } from '../pages/request/RequestPage';
import { ApprovalsPage, MyRequestsPage } from '../pages/request/RequestsPage';
import { CampaignPage } from '../pages/campaign/CampaignPage';
import { CampaignEvidencePage } from '../pages/campaign/CampaignEvidencePage';
import { CampaignResourcesPage } from '../pages/campaign/CampaignResourcesPage';
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

/** Every address of the portal. */
export function Pages() {
  return (
    <Routes>
      <Route path="/" element={<HomePage />} />
      <Route path="/catalog" element={<CatalogPage />} />
      <Route path="/catalog/:id" element={<ResourcePage />} />
      <Route path="/resources/:id" element={<ToResource />} />
      <Route path="/catalog/:id/review" element={only('compile', <ReviewPage />)} />
      <Route path="/catalog/:id/apply" element={only('apply', <ApplyPage />)} />
      <Route path="/compile" element={only('compile', <CompilePage />)} />
      <Route path="/compile/new" element={only('edit', <ResourceEditorPage />)} />
      <Route path="/compile/:id/edit" element={only('edit', <ResourceEditorPage />)} />
      <Route path="/requests" element={only('myRequests', <MyRequestsPage />)} />
      <Route path="/requests/:id" element={<RequestPage />} />
      <Route path="/requests/:id/edit" element={only('apply', <RequestEditPage />)} />
      <Route path="/approvals" element={only('approvals', <ApprovalsPage />)} />
      <Route path="/grants" element={only('grants', <GrantsPage />)} />
      <Route path="/grants/:id" element={<GrantPage />} />
      <Route path="/notices" element={<NoticesPage />} />
      <Route path="/notices/settings" element={<NoticeSettingsPage />} />
      <Route path="/subscriptions" element={only('business', <SubscriptionsPage />)} />
      <Route path="/tasks" element={only('business', <TasksPage />)} />
      <Route path="/delegations" element={only('business', <DelegationsPage />)} />
      <Route path="/imports" element={only('import', <ImportsPage />)} />
      <Route path="/imports/:id" element={only('import', <ImportPage />)} />
      <Route path="/objections" element={only('supply', <ObjectionsPage />)} />
      <Route path="/objections/:id" element={only('supply', <ObjectionPage />)} />
      <Route path="/demands" element={only('supply', <DemandsPage />)} />
      <Route path="/demands/new" element={only('apply', <NewDemandPage />)} />
      <Route path="/demands/:id" element={only('supply', <DemandPage />)} />
      <Route path="/needs" element={only('supply', <NeedsPage />)} />
      <Route path="/reference" element={<Navigate to="/reference/offices" replace />} />
      <Route path="/reference/departments" element={only('business', <DepartmentsPage />)} />
      <Route path="/reference/departments/:code" element={only('business', <DepartmentPage />)} />
      <Route path="/reference/:kind" element={only('business', <ManagedPage />)} />
      <Route path="/proposals" element={only('edit', <ProposalsPage />)} />
      <Route path="/proposals/new" element={only('edit', <NewProposalPage />)} />
      <Route path="/proposals/:id" element={only('edit', <ProposalPage />)} />
      <Route path="/authority" element={only('business', <AuthorityPage />)} />
      <Route path="/authority/synonyms" element={only('business', <SynonymsPage />)} />
      <Route path="/authority/:id" element={only('business', <CandidatePage />)} />
      <Route path="/reference/:kind/:id" element={only('business', <EntryPage />)} />
      <Route path="/systems/audit" element={only('systems', <AuditPage />)} />
      <Route path="/identifiers/scheme" element={only('business', <SchemePage />)} />
      <Route path="/identifiers/reservations" element={only('identifiers', <ReservationsPage />)} />
      <Route path="/identifiers/collisions" element={only('identifiers', <CollisionsPage />)} />
      <Route path="/calendar" element={only('business', <CalendarPage />)} />
      <Route path="/time-limits" element={only('business', <TimeLimitsPage />)} />
      <Route path="/changes" element={only('changes', <ChangesPage />)} />
      <Route path="/opening-plan" element={only('opening', <OpeningPage />)} />
      <Route path="/campaigns" element={only('campaigns', <CampaignsPage />)} />
      <Route path="/campaigns/new" element={only('manage', <NewCampaignPage />)} />
      <Route path="/campaigns/:id/evidence" element={only('campaigns', <CampaignEvidencePage />)} />
      <Route
        path="/campaigns/:id/resources"
        element={only('campaigns', <CampaignResourcesPage />)}
      />
      <Route path="/campaigns/:id" element={only('campaigns', <CampaignPage />)} />
      <Route path="/statistics" element={<CompilationPage />} />
      <Route path="/statistics/:library/:kind" element={<ContributorsPage />} />
      <Route path="/quality" element={<QualityPage />} />
      <Route path="/quality/resources" element={<ResourceScoresPage />} />
      <Route path="/evaluations" element={<EvaluationsPage />} />
      <Route path="/evaluations/:id" element={<EvaluationPage />} />
      <Route
        path="/evaluations/:id/departments/:department/:indicator"
        element={only('evaluations', <EvidencePage />)}
      />
      <Route path="/exchange" element={<Navigate to="/exchange/services" replace />} />
      <Route path="/exchange/processes" element={only('processes', <ProcessesPage />)} />
      <Route path="/exchange/domains" element={only('domains', <DomainsPage />)} />
      <Route path="/exchange/nodes" element={only('nodes', <NodesPage />)} />
      <Route path="/exchange/nodes/:code" element={only('nodes', <NodePage />)} />
      <Route path="/exchange/services" element={only('exchange', <ServicesPage />)} />
      <Route path="/exchange/services/new" element={only('design', <DesignerPage />)} />
      <Route path="/exchange/services/:id/edit" element={only('design', <ServiceEditPage />)} />
      <Route path="/exchange/services/:id" element={only('exchange', <ServicePage />)} />
      <Route path="/exchange/runs" element={only('exchange', <RunsPage />)} />
      <Route path="/exchange/runs/:id" element={only('exchange', <RunPage />)} />
      <Route path="/monitoring" element={only('platform', <PlatformPage />)} />
      <Route
        path="/monitoring/services"
        element={only('monitoredServices', <MonitoredServicesPage />)}
      />
      <Route path="*" element={<NoSuchPage />} />
    </Routes>
  );
}

/** Notices and the public catalogue name resources by their own address. */
function ToResource() {
  const { id = '' } = useParams();
  return <Navigate to={`/catalog/${id}`} replace />;
}

function only(area: Area, page: ReactNode) {
  return <Only area={area}>{page}</Only>;
}

function Only({ area, children }: { area: Area; children: ReactNode }) {
  const me = useUser();
  return may(me, area) ? children : <Forbidden area={area} />;
}
