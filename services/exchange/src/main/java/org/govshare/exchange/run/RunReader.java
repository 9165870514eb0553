package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.govshare.exchange.access.Scope;
import org.govshare.exchange.service.Design;
import org.govshare.exchange.service.ServiceRegistry;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.problem.NotFound;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;
import org.govshare.protocol.crypto.CryptoSuite;

/** Looking at runs and their receipts. */
@Singleton
public class RunReader {

  private final RunRepository runs;
  private final ChannelRepository channels;
  private final RunChannelRepository parts;
  private final ReceiptRepository receipts;
  private final ChannelEventRepository events;
  private final WaitingReceiptRepository waiting;
  private final ServiceRegistry services;
  private final Clock clock;

  RunReader(
      RunRepository runs,
      ChannelRepository channels,
      RunChannelRepository parts,
      ReceiptRepository receipts,
      ChannelEventRepository events,
      WaitingReceiptRepository waiting,
      ServiceRegistry services,
      Clock clock) {
    this.runs = runs;
    this.channels = channels;
    this.parts = parts;
    this.receipts = receipts;
    this.events = events;
    this.waiting = waiting;
    this.services = services;
    this.clock = clock;
  }

  /**
   * A run as the other features see it.
   *
   * @param id its identifier
   * @param serviceId its service
   * @param design the design it was started with
   * @param ended whether it has ended
   */
  public record KnownRun(UUID id, UUID serviceId, Design design, boolean ended) {}

  @WithSession
  Uni<Page<RunView>> list(Caller caller, RunQuery query, PageRequest request) {
    return runs.page(RunFilter.of(Scope.of(caller).department(), query), request)
        .chain(
            page -> views(page.items(), false).map(items -> Page.of(items, page.total(), request)));
  }

  private Uni<List<RunView>> views(List<Run> found, boolean channels) {
    Set<UUID> serviceIds = found.stream().map(Run::serviceId).collect(Collectors.toSet());
    List<UUID> ids = found.stream().map(Run::id).toList();
    return services
        .summaries(serviceIds)
        .chain(
            summaries ->
                parts
                    .of(ids)
                    .chain(
                        all ->
                            waiting
                                .among(ids)
                                .map(
                                    gaps ->
                                        found.stream()
                                            .map(
                                                run ->
                                                    run.view(
                                                        RunView.Service.of(
                                                            summaries.get(run.serviceId())),
                                                        all.getOrDefault(run.id(), List.of()),
                                                        gaps.contains(run.id()),
                                                        channels,
                                                        clock.instant()))
                                            .toList())));
  }

  /**
   * One run.
   *
   * @throws NotFound if there is none (404)
   * @throws org.govshare.platform.problem.Forbidden if it is other departments' (403)
   */
  @WithSession
  public Uni<RunView> get(Caller caller, UUID id) {
    return visible(caller, id).chain(run -> views(List.of(run), true)).map(List::getFirst);
  }

  @WithSession
  Uni<Page<ReceiptView>> receipts(Caller caller, UUID id, UUID channel, PageRequest request) {
    return visible(caller, id).chain(run -> receipts.page(id, channel, request));
  }

  @WithSession
  Uni<Page<ChannelEventView>> events(Caller caller, UUID id, PageRequest request) {
    return visible(caller, id).chain(run -> events.page(id, request));
  }

  @WithSession
  Uni<Page<ChannelEventView>> eventsOf(
      Caller caller, UUID service, String kind, PageRequest request) {
    Scope scope = Scope.of(caller);
    Optional<ChannelEvent.Kind> one = ChannelEvent.Kind.of(kind);
    return services
        .existing(service)
        .invoke(it -> scope.require(it.sourceDepartment(), it.targetDepartment()))
        .chain(() -> events.ofService(service, one, request));
  }

  /**
   * A run that the caller may see.
   *
   * @throws NotFound if there is none (404)
   * @throws org.govshare.platform.problem.Forbidden if it is other departments' (403)
   */
  @WithSession
  public Uni<KnownRun> known(Caller caller, UUID id) {
    return visible(caller, id).map(RunReader::known);
  }

  /** Whether a node is or was a target of a service. */
  @WithSession
  public Uni<Boolean> targetOf(UUID serviceId, String node) {
    return channels.reaches(serviceId, node);
  }

  /** The design a run was started with; the run must exist. */
  @WithSession
  public Uni<Design> design(UUID id) {
    return runs.findById(id).map(Run::design);
  }

  /**
   * A run that has brought what it had to bring.
   *
   * @param run the run
   * @param channels its channels to one target
   */
  public record CompleteRun(KnownRun run, List<UUID> channels) {}

  /** The service's last complete run that sent not only some rows again, or {@code null}. */
  @WithSession
  public Uni<CompleteRun> lastComplete(UUID serviceId, int target) {
    return runs.lastComplete(serviceId)
        .chain(
            run ->
                run == null
                    ? Uni.createFrom().nullItem()
                    : parts
                        .of(List.of(run.id()))
                        .map(
                            all ->
                                new CompleteRun(
                                    known(run),
                                    all.getOrDefault(run.id(), List.of()).stream()
                                        .filter(it -> it.targetNumber() == target)
                                        .map(RunChannel::channelId)
                                        .toList())));
  }

  /** The service's latest run, or {@code null}. */
  @WithSession
  public Uni<KnownRun> latest(UUID serviceId) {
    return runs.latest(serviceId).map(run -> run == null ? null : known(run));
  }

  /** A run; it must exist. */
  @WithSession
  public Uni<KnownRun> known(UUID id) {
    return runs.findById(id).map(RunReader::known);
  }

  private static KnownRun known(Run run) {
    return new KnownRun(run.id(), run.serviceId(), run.design(), !run.state().live());
  }

  /**
   * The channel of a run and its suite.
   *
   * @param channel the channel
   * @param suite its suite
   */
  record ChainedChannel(UUID channel, CryptoSuite suite) {}

  @WithSession
  Uni<ChainedChannel> channelOf(Caller caller, UUID id, UUID channel) {
    return visible(caller, id)
        .chain(
            run ->
                parts
                    .at(id, channel == null ? run.channelId() : channel)
                    .onItem()
                    .ifNull()
                    .failWith(() -> new NotFound("channel-not-found", channel))
                    .map(part -> new ChainedChannel(part.channelId(), run.design().algorithms())));
  }

  private Uni<Run> visible(Caller caller, UUID id) {
    Scope scope = Scope.of(caller);
    return runs.findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> new NotFound("run-not-found", id))
        .invoke(run -> scope.require(run.sourceDepartment(), run.targetDepartment()));
  }
}
