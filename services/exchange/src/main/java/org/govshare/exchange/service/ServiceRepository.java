package org.govshare.exchange.service;

import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and keeps exchange services. */
@Singleton
class ServiceRepository implements PanacheRepositoryBase<ExchangeService, UUID> {

  Uni<Page<ExchangeService>> page(ServiceFilter filter, PageRequest request) {
    List<String> conditions = new ArrayList<>();
    Parameters values = new Parameters();
    filter
        .department()
        .ifPresent(
            it -> {
              conditions.add("(sourceDepartment = :department or targetDepartment = :department)");
              values.and("department", it);
            });
    filter
        .domain()
        .ifPresent(
            it -> {
              conditions.add("domain = :domain");
              values.and("domain", it);
            });
    filter
        .state()
        .ifPresent(
            it -> {
              conditions.add("state = :state");
              values.and("state", it);
            });
    filter
        .text()
        .ifPresent(
            it -> {
              conditions.add("(locate(:text, lower(name)) > 0 or locate(:text, code) > 0)");
              values.and("text", it.toLowerCase(Locale.ROOT));
            });
    String where = conditions.isEmpty() ? "1 = 1" : String.join(" and ", conditions);
    PanacheQuery<ExchangeService> found =
        find(where + " order by code", values)
            .range(request.offset(), request.offset() + request.size() - 1);
    return found
        .list()
        .chain(items -> count(where, values).map(total -> Page.of(items, total, request)));
  }

  /** Services in force at the table to be read or the one to be written. */
  Uni<Neighbours> neighbours(UUID but, ServiceDraft.Source source, ServiceDraft.Target target) {
    String from = source == null ? null : source.node();
    String to = target == null ? null : target.node();
    return find(
            // The column names the first target only; a design lists them when there are several.
            "id <> ?1 and state = ?2 and (targetNode in (?3, ?4) or design like '%\"targets\":%'"
                + " or sourceNode = ?4 and mode = ?5) order by code",
            but, ServiceState.DEPLOYED, from, to, Mode.CAPTURE)
        .list()
        .map(
            found ->
                new Neighbours(
                    found.stream()
                        .filter(it -> source != null && it.writes(source))
                        .map(ExchangeService::code)
                        .findFirst(),
                    found.stream()
                        .filter(it -> target != null && it.captures(target))
                        .map(ExchangeService::code)
                        .findFirst(),
                    found.stream()
                        .filter(it -> target != null && it.sharesWith(target))
                        .map(ExchangeService::code)
                        .findFirst(),
                    found.stream()
                        .filter(it -> target != null && it.replaces() && it.sharesWith(target))
                        .map(ExchangeService::code)
                        .findFirst()));
  }

  Uni<Boolean> codeTaken(String code) {
    return count("code", code).map(found -> found > 0);
  }

  Uni<ExchangeService> locked(UUID id) {
    return findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  Uni<List<ExchangeService>> deployedOn(UUID grantId) {
    return find("grantId = ?1 and state = ?2 order by id", grantId, ServiceState.DEPLOYED)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .list();
  }
}
