package org.govshare.catalog.request;

import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.notification.Notice;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.notification.Notices;
import org.govshare.catalog.notification.Recipients;
import org.govshare.catalog.task.StandIns;

/** Tells applicants, providers and the authority what has become of a request. */
@Singleton
class RequestNotices {

  private final Notices notices;
  private final DepartmentRepository departments;
  private final StandIns standIns;

  RequestNotices(Notices notices, DepartmentRepository departments, StandIns standIns) {
    this.notices = notices;
    this.departments = departments;
    this.standIns = standIns;
  }

  Uni<Void> told(AccessRequest request, RequestAction action, String remark, String resource) {
    return standIns
        .with(request.requestedBy())
        .map(author -> recipients(request, action, author))
        .chain(to -> told(request, kindOf(request, action), to, remark, resource));
  }

  private Uni<Void> told(
      AccessRequest request, NoticeKind kind, Recipients to, String remark, String resource) {
    return departments
        .byCode()
        .chain(
            names ->
                notices.tell(
                    new Notice(
                        kind,
                        to,
                        Map.of(
                            "resource",
                            resource,
                            "requester",
                            name(names, request.requesterDepartment()),
                            "provider",
                            name(names, request.providerDepartment()),
                            "remark",
                            remark == null ? "" : remark),
                        "/requests/" + request.id())));
  }

  private static String name(Map<String, DepartmentView> names, String code) {
    return names.containsKey(code) ? names.get(code).name() : code;
  }

  private static NoticeKind kindOf(AccessRequest request, RequestAction action) {
    return switch (action) {
      case SUBMIT -> NoticeKind.REQUEST_SUBMITTED;
      case RESUBMIT ->
          request.state() == RequestState.SUBMITTED
              ? NoticeKind.REQUEST_SUBMITTED
              : NoticeKind.REQUEST_TO_DECIDE;
      case RENEW, PASS -> NoticeKind.REQUEST_TO_DECIDE;
      case RETURN -> NoticeKind.REQUEST_RETURNED;
      case REFUSE -> NoticeKind.REQUEST_REFUSED;
      case GRANT -> NoticeKind.REQUEST_GRANTED;
      case GRANT_IN_PART -> NoticeKind.REQUEST_GRANTED_IN_PART;
      case OBJECT -> NoticeKind.REQUEST_OBJECTED;
      case UPHOLD -> NoticeKind.REFUSAL_UPHELD;
      case OVERTURN -> NoticeKind.REFUSAL_OVERTURNED;
      case WITHDRAW -> NoticeKind.REQUEST_WITHDRAWN;
      case EXPIRE -> NoticeKind.REQUEST_EXPIRED;
      case LAPSE -> NoticeKind.REQUEST_LAPSED;
    };
  }

  private static Recipients recipients(
      AccessRequest request, RequestAction action, Recipients author) {
    Recipients provider = Recipients.role(request.providerDepartment(), DEPARTMENT_REVIEWER);
    Recipients authority = Recipients.role(SHARING_REVIEWER);
    return switch (action) {
      case SUBMIT, OBJECT -> authority;
      case RENEW -> provider;
      case RESUBMIT -> request.state() == RequestState.SUBMITTED ? authority : provider;
      case PASS, OVERTURN -> provider.and(author);
      case RETURN, REFUSE, GRANT, GRANT_IN_PART, LAPSE -> author;
      case UPHOLD -> author.and(provider);
      case WITHDRAW -> request.checkedBy() == null ? authority : provider;
      case EXPIRE -> author.and(request.checkedBy() == null ? authority : provider);
    };
  }
}
