package org.govshare.catalog.campaign;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.reactive.paging.PagedQuery;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lists exactly the resources that the progress of a campaign counts. */
@Singleton
class CampaignResources {

  // As in the counts: no former versions, and no draft beside its published version.
  private static final String COUNTED =
      """
      from InformationResource r
      where r.campaignId = ?1 and r.state not in (?2, ?3)
        and (r.state = ?4 or not exists (
            select 1 from InformationResource other
            where other.seriesId = r.seriesId and other.state = ?4))
      """;

  private final CampaignAccess access;
  private final DepartmentRepository departments;

  CampaignResources(CampaignAccess access, DepartmentRepository departments) {
    this.access = access;
    this.departments = departments;
  }

  /**
   * Resources of one department or of all, as far as the caller may see their work.
   *
   * @param department may be absent
   * @param states empty for all
   */
  @WithSession
  Uni<Page<CampaignResource>> page(
      Caller caller,
      UUID campaign,
      String department,
      List<ResourceState> states,
      PageRequest request) {
    return access
        .confinedTo(caller, campaign)
        .invoke(
            own -> {
              if (own.isPresent() && department != null) {
                caller.requireDepartment(department);
              }
            })
        .map(own -> own.or(() -> Optional.ofNullable(department)))
        .chain(
            of -> departments.byCode().chain(names -> page(campaign, of, states, names, request)));
  }

  private Uni<Page<CampaignResource>> page(
      UUID campaign,
      Optional<String> department,
      List<ResourceState> states,
      Map<String, DepartmentView> names,
      PageRequest request) {
    StringBuilder query = new StringBuilder(COUNTED);
    List<Object> parameters =
        new ArrayList<>(
            List.of(
                campaign,
                ResourceState.WITHDRAWN,
                ResourceState.SUPERSEDED,
                ResourceState.PUBLISHED));
    department.ifPresent(
        code -> {
          parameters.add(code);
          query.append(" and r.departmentCode = ?").append(parameters.size());
        });
    if (!states.isEmpty()) {
      parameters.add(states);
      query.append(" and r.state in ?").append(parameters.size());
    }
    return Panache.getSession()
        .chain(
            session ->
                PagedQuery.read(
                        with(
                            session.createQuery("select count(*) " + query, Long.class),
                            parameters),
                        with(
                            session.createQuery(
                                "select r " + query + " order by r.departmentCode, r.name, r.id",
                                InformationResource.class),
                            parameters),
                        request)
                    .map(found -> found.map(one -> view(one, names))));
  }

  private static <T> Mutiny.SelectionQuery<T> with(
      Mutiny.SelectionQuery<T> query, List<Object> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(i + 1, parameters.get(i));
    }
    return query;
  }

  private static CampaignResource view(
      InformationResource resource, Map<String, DepartmentView> names) {
    return new CampaignResource(
        resource.id(),
        resource.identifier(),
        resource.name(),
        resource.version(),
        resource.state(),
        names.get(resource.departmentCode()),
        resource.itemCount(),
        resource.updatedAt());
  }
}
