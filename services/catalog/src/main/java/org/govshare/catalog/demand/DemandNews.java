package org.govshare.catalog.demand;

import static org.govshare.platform.identity.Roles.DEPARTMENT_REVIEWER;
import static org.govshare.platform.identity.Roles.SHARING_REVIEWER;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import org.govshare.catalog.notification.Notice;
import org.govshare.catalog.notification.NoticeKind;
import org.govshare.catalog.notification.Notices;
import org.govshare.catalog.notification.Recipients;

/** Tells those whom a step of a demand concerns. */
@Singleton
class DemandNews {

  private final Notices notices;

  DemandNews(Notices notices) {
    this.notices = notices;
  }

  Uni<Void> toAuthority(Demand demand) {
    return tell(demand, NoticeKind.DEMAND_SUBMITTED, Recipients.role(SHARING_REVIEWER), null, null);
  }

  Uni<Void> toProvider(Demand demand, String remark) {
    return tell(
        demand,
        NoticeKind.DEMAND_ASSIGNED,
        Recipients.role(demand.providerDepartment(), DEPARTMENT_REVIEWER),
        remark,
        null);
  }

  Uni<Void> toAsker(Demand demand, NoticeKind kind, String remark, String link) {
    return tell(demand, kind, Recipients.person(demand.askedBy()), remark, link);
  }

  /** The provider cannot: the asker hears why, the authority may name another. */
  Uni<Void> declined(Demand demand, String remark) {
    return tell(
        demand,
        NoticeKind.DEMAND_DECLINED,
        Recipients.person(demand.askedBy()).and(Recipients.role(SHARING_REVIEWER)),
        remark,
        null);
  }

  /** What was promised is not there: both sides hear of it. */
  Uni<Void> passed(Demand demand) {
    return tell(
        demand,
        NoticeKind.DEMAND_PROMISE_PASSED,
        Recipients.person(demand.askedBy())
            .and(Recipients.role(demand.providerDepartment(), DEPARTMENT_REVIEWER)),
        demand.availableBy().toString(),
        null);
  }

  private Uni<Void> tell(
      Demand demand, NoticeKind kind, Recipients to, String remark, String link) {
    return notices.tell(
        new Notice(
            kind,
            to,
            Map.of("demand", demand.name(), "remark", remark == null ? "" : remark),
            link == null ? "/demands/" + demand.id() : link));
  }
}
