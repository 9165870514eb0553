package org.govshare.catalog.lifecycle.identifier;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.govshare.catalog.identifier.scheme.IdentifierCheck;
import org.govshare.catalog.identifier.scheme.IdentifierSchemes;
import org.govshare.catalog.resource.ResourceInput;
import org.govshare.catalog.resource.ResourceRule;
import org.govshare.platform.problem.InvalidInput;

/**
 * A code that an editor enters fits the scheme. One that was allotted already stays what it is,
 * even if the scheme has changed since; whose it is, is settled at publication.
 */
@Singleton
class ProposedIdentifierRule implements ResourceRule {

  private final IdentifierSchemes schemes;
  private final CollisionRepository collisions;

  ProposedIdentifierRule(IdentifierSchemes schemes, CollisionRepository collisions) {
    this.schemes = schemes;
    this.collisions = collisions;
  }

  @Override
  public Uni<Void> check(String department, ResourceInput input) {
    String code = input.proposedIdentifier();
    return code == null
        ? Uni.createFrom().voidItem()
        : schemes.current().map(scheme -> scheme.check(code)).chain(this::unlessAllotted);
  }

  private Uni<Void> unlessAllotted(IdentifierCheck check) {
    if (check.isValid()) {
      return Uni.createFrom().voidItem();
    }
    return collisions
        .taken(List.of(check.identifier()))
        .invoke(
            taken -> {
              if (taken.isEmpty()) {
                throw new InvalidInput(
                    "proposedIdentifier", check.reason().get(), check.arguments().toArray());
              }
            })
        .replaceWithVoid();
  }
}
