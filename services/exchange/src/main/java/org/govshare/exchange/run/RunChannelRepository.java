package org.govshare.exchange.run;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads and keeps the parts of runs. */
@Singleton
class RunChannelRepository implements PanacheRepositoryBase<RunChannel, RunChannel.Place> {

  /** The parts of a run, by target and lane. */
  Uni<List<RunChannel>> of(UUID run) {
    return find("place.runId = ?1 order by targetNumber, lane", run).list();
  }

  /** The parts of several runs. */
  Uni<Map<UUID, List<RunChannel>>> of(Collection<UUID> runs) {
    if (runs.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return find("place.runId in ?1 order by targetNumber, lane", runs)
        .list()
        .map(found -> found.stream().collect(Collectors.groupingBy(RunChannel::runId)));
  }

  /** A run's part in a channel, or {@code null}. */
  Uni<RunChannel> at(UUID run, UUID channel) {
    return run == null || channel == null
        ? Uni.createFrom().nullItem()
        : findById(new RunChannel.Place(run, channel));
  }

  /**
   * Whether the changes that a channel lacks may not be kept any more: its part in the service's
   * last run was given up, or the run went without it, or it was to begin anew and has not.
   */
  Uni<Boolean> mustBeginAnew(UUID service, UUID channel) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        """
                        select part.run_id is distinct from (
                                 select run.id from run where run.service_id = ?1
                                 order by run.requested_at desc, run.id limit 1)
                            or part.reason = 'backlog-dropped'
                            or part.anew and part.state <> 'COMPLETED'
                        from run_channel part join run on run.id = part.run_id
                        where part.channel_id = ?2
                        order by run.requested_at desc, run.id limit 1
                        """,
                        Boolean.class)
                    .setParameter(1, service)
                    .setParameter(2, channel)
                    .getSingleResultOrNull())
        .map(Boolean.TRUE::equals);
  }

  /** The channels by which what the cargo says was last brought to its target, by lane. */
  Uni<List<UUID>> lastOfCargo(UUID service, String cargo) {
    return getSession()
        .chain(
            session ->
                session
                    .createNativeQuery(
                        """
                        select part.channel_id from run_channel part
                        join channel on channel.id = part.channel_id
                        where channel.service_id = ?1 and channel.cargo = ?2 and part.run_id = (
                            select run.id from run
                            join run_channel last on last.run_id = run.id
                            join channel lane on lane.id = last.channel_id
                            where lane.service_id = ?1 and lane.cargo = ?2
                            order by run.requested_at desc, run.id limit 1)
                        order by part.lane
                        """,
                        UUID.class)
                    .setParameter(1, service)
                    .setParameter(2, cargo)
                    .getResultList());
  }
}
