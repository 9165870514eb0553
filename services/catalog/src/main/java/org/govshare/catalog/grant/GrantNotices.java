package org.govshare.catalog.grant;

import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.REQUESTER;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.notification.Notice;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.notification.Notices;
import org.govshare.catalog.notification.Recipients;
import org.govshare.catalog.resource.ResourceRepository;

/** Tells both departments what becomes of a grant. */
@Singleton
class GrantNotices {

  private final Notices notices;
  private final ResourceRepository resources;
  private final DepartmentRepository departments;

  GrantNotices(Notices notices, ResourceRepository resources, DepartmentRepository departments) {
    this.notices = notices;
    this.resources = resources;
    this.departments = departments;
  }

  /** Tells those who asked for it, and the provider's reviewers where a grant has ended. */
  Uni<Void> told(Grant grant, NoticeKind kind, Map<String, String> more) {
    Recipients holder = Recipients.role(grant.requesterDepartment(), REQUESTER);
    Recipients provider = Recipients.role(grant.providerDepartment(), DEPARTMENT_REVIEWER);
    return departments
        .byCode()
        .chain(
            names ->
                resources
                    .findById(grant.resourceId())
                    .chain(
                        resource -> {
                          Map<String, String> arguments = new HashMap<>(more);
                          arguments.put("resource", resource.name());
                          arguments.put("provider", name(names, grant.providerDepartment()));
                          arguments.put("requester", name(names, grant.requesterDepartment()));
                          arguments.put("until", lastDay(grant));
                          return notices.tell(
                              new Notice(
                                  kind,
                                  kind == NoticeKind.GRANT_EXPIRING ? holder : holder.and(provider),
                                  arguments,
                                  "/grants/" + grant.id()));
                        }));
  }

  private static String name(Map<String, DepartmentView> names, String code) {
    return names.containsKey(code) ? names.get(code).name() : code;
  }

  /** A grant until midnight is one until the day before. */
  private static String lastDay(Grant grant) {
    return WorkingDays.dayOf(grant.expiresAt().minusMillis(1)).toString();
  }
}
