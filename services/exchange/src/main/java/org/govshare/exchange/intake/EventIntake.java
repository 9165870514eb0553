package org.govshare.exchange.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.amqp.AmqpMessage;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.govshare.exchange.json.JsonText;
import org.govshare.exchange.node.NodeRegistry;
import org.govshare.exchange.node.RegisteredNode;
import org.govshare.exchange.node.enrolment.EnrolmentService;
import org.govshare.exchange.parked.ParkedRows;
import org.govshare.exchange.parked.ParkedShowings;
import org.govshare.exchange.reconciliation.ReconciliationService;
import org.govshare.exchange.run.KeyChanger;
import org.govshare.exchange.run.Replayer;
import org.govshare.exchange.run.RunDrifts;
import org.govshare.exchange.run.RunProgressKeeper;
import org.govshare.exchange.run.RunWithholdings;
import org.govshare.exchange.run.StandingRuns;
import org.govshare.exchange.trial.TrialService;
import org.govshare.platform.reactive.broker.Broker;
import org.govshare.platform.reactive.broker.Disposition;
import org.govshare.protocol.address.Addresses;
import org.govshare.protocol.control.DigestComputed;
import org.govshare.protocol.control.DigestFailed;
import org.govshare.protocol.control.EnrolmentRequested;
import org.govshare.protocol.control.InventoryReported;
import org.govshare.protocol.control.KeysChanged;
import org.govshare.protocol.control.NodeEvent;
import org.govshare.protocol.control.NodeStarted;
import org.govshare.protocol.control.ParkedRowsReported;
import org.govshare.protocol.control.ParkedSealed;
import org.govshare.protocol.control.ParkedShown;
import org.govshare.protocol.control.RunProgress;
import org.govshare.protocol.control.RunReleased;
import org.govshare.protocol.control.RunStandsBy;
import org.govshare.protocol.control.RunWithheld;
import org.govshare.protocol.control.SchemaDrifted;
import org.govshare.protocol.control.SignedEvent;
import org.govshare.protocol.control.TrialDone;
import org.govshare.protocol.control.TrialFailed;
import org.govshare.protocol.crypto.CryptoFailure;
import org.govshare.protocol.crypto.PublicKeys;

/** Takes in what nodes say, after checking that it is they who say it. */
@Singleton
class EventIntake {

  private static final Duration FORMER_KEYS = Duration.ofDays(1);

  private final Broker broker;
  private final NodeRegistry nodes;
  private final RunProgressKeeper progress;
  private final ReconciliationService reconciliations;
  private final ParkedRows parked;
  private final ParkedShowings showings;
  private final Replayer replayer;
  private final RunDrifts drifts;
  private final RunWithholdings withholdings;
  private final TrialService trials;
  private final EnrolmentService enrolments;
  private final StandingRuns standing;
  private final KeyChanger keys;
  private final Clock clock;

  EventIntake(
      Broker broker,
      NodeRegistry nodes,
      RunProgressKeeper progress,
      ReconciliationService reconciliations,
      ParkedRows parked,
      ParkedShowings showings,
      Replayer replayer,
      RunDrifts drifts,
      RunWithholdings withholdings,
      TrialService trials,
      EnrolmentService enrolments,
      StandingRuns standing,
      KeyChanger keys,
      Clock clock) {
    this.broker = broker;
    this.nodes = nodes;
    this.progress = progress;
    this.reconciliations = reconciliations;
    this.parked = parked;
    this.showings = showings;
    this.replayer = replayer;
    this.drifts = drifts;
    this.withholdings = withholdings;
    this.trials = trials;
    this.enrolments = enrolments;
    this.standing = standing;
    this.keys = keys;
    this.clock = clock;
  }

  void start(@Observes StartupEvent event) {
    broker.receive(Addresses.EVENT_EXCHANGE, this::take);
  }

  private Uni<Disposition> take(AmqpMessage message) {
    IntakeStep.EVENT_AFTER_ACCEPT.pass();
    return Settlement.settle(
        Addresses.EVENT_EXCHANGE,
        message,
        text ->
            Uni.createFrom()
                .deferred(() -> checked(text))
                .chain(
                    it ->
                        Panache.withTransaction(
                            () ->
                                apply(it.node(), it.event())
                                    .invoke(IntakeStep.EVENT_BEFORE_COMMIT::pass)))
                .invoke(IntakeStep.EVENT_AFTER_COMMIT::pass)
                .onFailure(EventIntake::isTheMessagesFault)
                .transform(Poison::new)
                .replaceWith(Disposition.ACCEPT));
  }

  private static boolean isTheMessagesFault(Throwable failure) {
    return failure instanceof JsonText.Unreadable
        || failure instanceof IllegalArgumentException
        || failure instanceof CryptoFailure
        || failure instanceof RunProgressKeeper.NotItsRun
        || failure instanceof ReconciliationService.NotAsked;
  }

  private record Checked(String node, NodeEvent event) {}

  // In a session of its own, so that the transaction reads and locks the node afresh.
  private Uni<Checked> checked(String text) {
    SignedEvent signed = JsonText.read(text, SignedEvent.class);
    if (signed.node() == null || signed.body() == null || signed.signature() == null) {
      throw new Poison("it is not a signed event");
    }
    return nodes
        .find(signed.node())
        .chain(
            node -> {
              NodeEvent event = event(signed);
              if (event instanceof EnrolmentRequested asking) {
                requirePossession(signed, asking);
                return Uni.createFrom().item(new Checked(signed.node(), event));
              }
              return requireSigned(signed, node).replaceWith(new Checked(signed.node(), event));
            });
  }

  private Uni<Void> requireSigned(SignedEvent signed, RegisteredNode node) {
    if (node == null) {
      throw new Poison("no node " + signed.node() + " is registered");
    }
    if (signed(signed, node.keyId(), node.signingKey())) {
      return Uni.createFrom().voidItem();
    }
    // What was on its way, or was said before the node heard that its new keys are taken.
    Instant earliest = clock.instant().minus(FORMER_KEYS);
    return nodes
        .formerKeys(node.code())
        .invoke(
            former -> {
              if (former.stream()
                  .noneMatch(
                      it ->
                          it.replacedAt().isAfter(earliest)
                              && signed(signed, it.keyId(), it.signingKey()))) {
                throw new Poison("its signature is not node " + node.code() + "'s");
              }
            })
        .replaceWithVoid();
  }

  private static boolean signed(SignedEvent signed, String keyId, String key) {
    return keyId.equals(signed.keyId()) && signed.verified(PublicKeys.signingKey(key));
  }

  /** Who asks to be taken in signs with the key that is to be registered. */
  private static void requirePossession(SignedEvent signed, EnrolmentRequested asking) {
    if (asking.signingKey() == null
        || !signed.verified(PublicKeys.signingKey(asking.signingKey()))) {
      throw new Poison("node " + signed.node() + " does not hold the key it names");
    }
  }

  private static NodeEvent event(SignedEvent signed) {
    JsonNode body = JsonText.tree(signed.bodyBytes());
    String type = body.path("type").asText();
    NodeEvent event =
        switch (type) {
          case NodeStarted.TYPE -> JsonText.read(body, NodeStarted.class);
          case InventoryReported.TYPE -> JsonText.read(body, InventoryReported.class);
          case RunProgress.TYPE -> JsonText.read(body, RunProgress.class);
          case DigestComputed.TYPE -> JsonText.read(body, DigestComputed.class);
          case SchemaDrifted.TYPE -> JsonText.read(body, SchemaDrifted.class);
          case RunWithheld.TYPE -> JsonText.read(body, RunWithheld.class);
          case RunReleased.TYPE -> JsonText.read(body, RunReleased.class);
          case ParkedShown.TYPE -> JsonText.read(body, ParkedShown.class);
          case ParkedSealed.TYPE -> JsonText.read(body, ParkedSealed.class);
          case ParkedRowsReported.TYPE -> JsonText.read(body, ParkedRowsReported.class);
          case DigestFailed.TYPE -> JsonText.read(body, DigestFailed.class);
          case KeysChanged.TYPE -> JsonText.read(body, KeysChanged.class);
          case EnrolmentRequested.TYPE -> JsonText.read(body, EnrolmentRequested.class);
          case RunStandsBy.TYPE -> JsonText.read(body, RunStandsBy.class);
          case TrialDone.TYPE -> JsonText.read(body, TrialDone.class);
          case TrialFailed.TYPE -> JsonText.read(body, TrialFailed.class);
          default -> throw new Poison("its type is not known: " + type);
        };
    if (event.at() == null) {
      throw new Poison("it does not say when");
    }
    return event;
  }

  private Uni<Void> apply(String node, NodeEvent event) {
    return switch (event) {
      case NodeStarted started -> nodes.started(node, started.at(), started.agentVersion());
      case InventoryReported report -> {
        if (report.dataSources() == null) {
          throw new Poison("an inventory without data sources");
        }
        yield nodes.report(node, report);
      }
      case RunProgress report -> progress.apply(node, report);
      case DigestComputed answer -> reconciliations.computed(node, answer);
      case DigestFailed answer -> reconciliations.failed(node, answer);
      case EnrolmentRequested asking -> enrolments.claimed(node, asking);
      case KeysChanged change -> keys.change(node, change);
      case SchemaDrifted report -> drifts.drifted(node, report);
      case RunWithheld report -> withholdings.withheld(node, report);
      case RunReleased report -> withholdings.released(node, report);
      case ParkedShown answer -> showings.shown(node, answer);
      case ParkedSealed answer -> replayer.sealed(node, answer);
      case ParkedRowsReported report -> parked.reported(node, report);
      case RunStandsBy report -> standing.told(node, report);
      case TrialDone answer -> trials.done(node, answer);
      case TrialFailed answer -> trials.failed(node, answer);
    };
  }
}
