package org.govshare.exchange.node.enrolment;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.UUID;
import org.govshare.exchange.announcement.Announcement;
import org.govshare.exchange.announcement.Announcements;
import org.govshare.exchange.centre.CentreKey;
import org.govshare.exchange.node.NodeRegistration;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.platform.version.ExpectedVersion;
import org.govshare.protocol.control.CentreKeys;
import org.govshare.protocol.control.EnrolmentRequested;
import org.govshare.protocol.crypto.CryptoSuite;

/** Takes nodes in. */
@Singleton
public class EnrolmentService {

  private static final int CODE_BYTES = 24;

  private final EnrolmentRepository enrolments;
  private final NodeRegistration nodes;
  private final CentreKey key;
  private final Announcements announcements;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  EnrolmentService(
      EnrolmentRepository enrolments,
      NodeRegistration nodes,
      CentreKey key,
      Announcements announcements,
      Clock clock) {
    this.enrolments = enrolments;
    this.nodes = nodes;
    this.key = key;
    this.announcements = announcements;
    this.clock = clock;
  }

  @WithSession
  Uni<Page<EnrolmentView>> list(Caller caller, PageRequest page) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    return enrolments.page(page).map(found -> found.map(it -> it.view(null, clock.instant())));
  }

  @WithSession
  Uni<EnrolmentView> get(Caller caller, UUID id) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    return enrolments
        .findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("enrolment-not-found", id))
        .map(found -> found.view(null, clock.instant()));
  }

  /** Gives a code out; one that is still out for the node is good no longer. */
  @WithTransaction
  Uni<EnrolmentView> issue(Caller caller, NewEnrolment input) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    input.check();
    byte[] secret = new byte[CODE_BYTES];
    random.nextBytes(secret);
    String drawn = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    // The node knows by it which of the keys that reach it later are the exchange's.
    String code = key.signing().map(it -> drawn + "." + it.keyId()).orElse(drawn);
    Enrolment made = new Enrolment(input, digest(code), caller.name(), clock.instant());
    return enrolments
        .open(input.node())
        .invoke(
            before -> {
              if (before != null) {
                before.decided(EnrolmentState.CANCELLED, caller.name(), clock.instant());
              }
            })
        .chain(enrolments::flush)
        .chain(() -> enrolments.persistAndFlush(made))
        .replaceWith(() -> made.view(code, clock.instant()));
  }

  private static String digest(String code) {
    return CryptoSuite.INTL.digest(code.getBytes(StandardCharsets.UTF_8)).toString();
  }

  /**
   * Takes a node's keys, in the caller's transaction. They count only when they are confirmed.
   *
   * @throws IllegalArgumentException if the code is not good for the node, or a key is none
   */
  public Uni<Void> claimed(String node, EnrolmentRequested request) {
    if (request.registrationCode() == null) {
      throw new IllegalArgumentException("a registration code is missing");
    }
    String digest = digest(request.registrationCode());
    return enrolments
        .open(node)
        .invoke(
            found -> {
              if (found == null || !found.takes(digest, clock.instant())) {
                throw new IllegalArgumentException("no such code is out for node " + node);
              }
              found.claimed(request, clock.instant());
              try {
                found.registration().check(node);
              } catch (InvalidInput malformed) {
                throw new IllegalArgumentException("a key of node " + node + " is none");
              }
            })
        .replaceWithVoid();
  }

  /** Registers the node whose fingerprint was read at its machine. */
  @WithTransaction
  Uni<EnrolmentView> confirm(
      Caller caller, UUID id, ExpectedVersion expected, Confirmation confirmation) {
    return toDecide(caller, id, expected)
        .invoke(
            found -> {
              if (found.stateAt(clock.instant()) != EnrolmentState.CLAIMED) {
                throw new Conflict("enrolment-not-claimed", found.stateAt(clock.instant()));
              }
              if (!found.registration().keyId().equals(confirmation.plain())) {
                throw new InvalidInput("keyId", "another-fingerprint");
              }
            })
        .call(found -> nodes.put(caller, found.node(), found.registration()))
        .call(found -> tellKeys(found.node()))
        .chain(found -> decided(found, EnrolmentState.CONFIRMED, caller));
  }

  private Uni<Void> tellKeys(String node) {
    return key.publicKeys().isEmpty()
        ? Uni.createFrom().voidItem()
        : announcements.append(Announcement.toNode(node, new CentreKeys(key.publicKeys())));
  }

  /** Calls it off: the code, and the keys that came with it, are good for nothing. */
  @WithTransaction
  Uni<EnrolmentView> cancel(Caller caller, UUID id, ExpectedVersion expected) {
    return toDecide(caller, id, expected)
        .invoke(
            found -> {
              EnrolmentState state = found.stateAt(clock.instant());
              if (state != EnrolmentState.ISSUED && state != EnrolmentState.CLAIMED) {
                throw new Conflict("enrolment-ended", state);
              }
            })
        .chain(found -> decided(found, EnrolmentState.CANCELLED, caller));
  }

  private Uni<Enrolment> toDecide(Caller caller, UUID id, ExpectedVersion expected) {
    caller.requireRole(Roles.EXCHANGE_OPERATOR);
    return enrolments
        .locked(id)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("enrolment-not-found", id))
        .invoke(found -> expected.check(found.version()));
  }

  private Uni<EnrolmentView> decided(Enrolment enrolment, EnrolmentState as, Caller caller) {
    enrolment.decided(as, caller.name(), clock.instant());
    return enrolments.flush().replaceWith(() -> enrolment.view(null, clock.instant()));
  }
}
