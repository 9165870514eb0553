package org.govshare.exchange;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Settings of the exchange service. */
@ConfigMapping(prefix = "govshare.exchange")
public interface ExchangeConfig {

  /** How long the broker may take to make the addresses of a channel. */
  @WithDefault("10S")
  Duration channelTimeout();

  /** Grants. */
  GrantExpiry grantExpiry();

  /** Receipts. */
  Receipts receipts();

  /** Runs of which nothing is heard. */
  SilentRuns silentRuns();

  /** For fault campaigns alone. */
  Faults faults();

  /** Reconciliations. */
  Reconciliations reconciliations();

  /** Days and hours. */
  Calendar calendar();

  /** Starting runs that are due. */
  Dispatch dispatch();

  /** What a fault campaign does to the service from within. */
  interface Faults {
    /** File that says at which step of the intake the process shall die. */
    Optional<Path> steps();
  }

  /** How nodes are found that say nothing to a reconciliation. */
  interface Reconciliations {
    /** How often they are looked for, or {@code off}. */
    @WithDefault("30S")
    String interval();

    /** How long a node may take for one look at its table. */
    @WithDefault("1H")
    Duration timeout();
  }

  /** The exchange's own key. */
  Signing signing();

  /** Leases of runs. */
  Lease lease();

  /** Countersigned heads of receipt chains. */
  Heads heads();

  /** The key with which leases and heads are signed. Without one neither is. */
  interface Signing {
    /** Ed25519 private key, PKCS #8 in PEM. */
    Optional<String> key();

    /** File that holds it, in place of the above. */
    Optional<Path> keyFile();

    /**
     * Public keys that nodes are to know beside it, base64 of X.509 SubjectPublicKeyInfo: the one
     * that follows while the key is being changed.
     */
    Optional<List<String>> otherPublicKeys();
  }

  /** How long nodes may go on without a word from here. */
  interface Lease {
    /** How long a lease holds; it is renewed when a third of that has passed. */
    @WithDefault("30M")
    Duration duration();

    /** How often what is to be renewed is looked for, or {@code off}. */
    @WithDefault("10S")
    String interval();
  }

  /** When heads are countersigned. */
  interface Heads {
    /** How often what is to be countersigned is looked for, or {@code off}. */
    @WithDefault("10S")
    String interval();

    /** How old the last head of a channel on which receipts come in may become. */
    @WithDefault("15M")
    Duration age();
  }

  /** The calendar by which schedules are read. */
  interface Calendar {
    /** Time zone of cron expressions and time windows. */
    @WithDefault("Asia/Shanghai")
    ZoneId zone();

    /** Public holidays on weekdays, as {@code 2027-01-01,…}. */
    Optional<Set<LocalDate>> daysOff();

    /** Saturdays and Sundays that are worked on. */
    Optional<Set<LocalDate>> extraWorkingDays();
  }

  /** How runs that are due are started. */
  interface Dispatch {
    /** How often what is due is looked for, or {@code off}. */
    @WithDefault("5S")
    String interval();

    /** How many runs may be under way at once; more wait in the order of their priority. */
    @WithDefault("50")
    int runLimit();

    /** How long a replica that is starting a run is waited for before another tries. */
    @WithDefault("1M")
    Duration claimTimeout();

    /** How long to wait before what could not be started is tried again. */
    @WithDefault("10S")
    Duration retryInterval();
  }

  /** How grants that have run out are found. */
  interface GrantExpiry {
    /** How often they are looked for. A run cannot be started on one in between. */
    @WithDefault("10S")
    String interval();
  }

  /** How runs are asked after of which nothing is heard. */
  interface SilentRuns {
    /** How often they are looked for, or {@code off}. */
    @WithDefault("5S")
    String interval();

    /** How long nothing may be heard before the nodes are asked; doubled at each time. */
    @WithDefault("10S")
    Duration patience();
  }

  /** How receipts are taken in. */
  interface Receipts {
    /** How many sequences a receipt may be ahead of its channel's last one and still be kept. */
    @WithDefault("100000")
    long aheadLimit();
  }
}
