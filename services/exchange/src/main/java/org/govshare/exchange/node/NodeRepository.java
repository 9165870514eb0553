package org.govshare.exchange.node;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.govshare.platform.reactive.paging.PageRequest;

/** Reads and keeps nodes. */
@Singleton
class NodeRepository implements PanacheRepositoryBase<Node, String> {

  Uni<List<Node>> page(Optional<String> department, PageRequest request) {
    return department
        .map(code -> find("department = ?1 order by code", code))
        .orElseGet(() -> find("order by code"))
        .range(request.offset(), request.offset() + request.size() - 1)
        .list();
  }

  Uni<Long> size(Optional<String> department) {
    return department.map(code -> count("department = ?1", code)).orElseGet(this::count);
  }

  Uni<Node> locked(String code) {
    return findById(code, LockModeType.PESSIMISTIC_WRITE);
  }

  /** Whether another node has one of the keys; the second may be {@code null}. */
  Uni<Boolean> holdsKey(String keyId, String gmKeyId, String exceptCode) {
    return count("(keyId = ?1 or gmKeyId = ?2) and code <> ?3", keyId, gmKeyId, exceptCode)
        .map(found -> found > 0);
  }
}
