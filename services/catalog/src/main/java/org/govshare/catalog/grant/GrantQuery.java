package org.govshare.catalog.grant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Which grants a list holds.
 *
 * @param confinedTo department whose grants alone the caller sees; empty for those who see all
 * @param role given by or held by that department; both if {@code null}
 * @param state as it is at present, or {@code null} for any
 * @param counterpart the other department, or {@code null} for any
 * @param resourceId any version of this resource, or {@code null}
 * @param itemId this item, or {@code null}
 * @param expiringBefore those that end before then, or {@code null}
 * @param now the present
 */
record GrantQuery(
    Optional<String> confinedTo,
    GrantRole role,
    GrantState state,
    String counterpart,
    UUID resourceId,
    UUID itemId,
    Instant expiringBefore,
    Instant now) {

  /** The where clause over {@code Grant g} and its positional parameters. */
  record Condition(String text, Object[] parameters) {}

  Condition condition() {
    Builder builder = new Builder();
    confinedTo.ifPresent(own -> builder.add(scope(), own));
    if (counterpart != null) {
      builder.add(counterpartScope(), counterpart);
    }
    if (state == GrantState.REVOKED) {
      builder.text.append(" and g.revokedAt is not null");
    } else if (state == GrantState.ACTIVE) {
      builder.add("g.revokedAt is null and g.expiresAt > ?", now);
    } else if (state == GrantState.EXPIRED) {
      builder.add("g.revokedAt is null and g.expiresAt <= ?", now);
    }
    if (resourceId != null) {
      builder.add(
          "g.resourceId in (select r.id from InformationResource r where r.seriesId ="
              + " (select a.seriesId from InformationResource a where a.id = ?))",
          resourceId);
    }
    if (itemId != null) {
      builder.add("exists (select 1 from g.items i where i.itemId = ?)", itemId);
    }
    if (expiringBefore != null) {
      builder.add("g.expiresAt < ?", expiringBefore);
    }
    return new Condition(builder.text.toString(), builder.parameters.toArray());
  }

  private String scope() {
    if (role == null) {
      return "(g.providerDepartment = ? or g.requesterDepartment = ?)";
    }
    return role == GrantRole.given ? "g.providerDepartment = ?" : "g.requesterDepartment = ?";
  }

  private String counterpartScope() {
    if (role == null) {
      return "(g.providerDepartment = ? or g.requesterDepartment = ?)";
    }
    return role == GrantRole.given ? "g.requesterDepartment = ?" : "g.providerDepartment = ?";
  }

  /** Numbers the parameters; a value may stand at two places. */
  private static final class Builder {

    private final StringBuilder text = new StringBuilder("1 = 1");
    private final List<Object> parameters = new ArrayList<>();

    private void add(String condition, Object value) {
      parameters.add(value);
      text.append(" and ").append(condition.replace("?", "?" + parameters.size()));
    }
  }
}
