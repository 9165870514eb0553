package org.govshare.node.agent;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Configuration of an agent process, from the file that {@code GOVSHARE_NODE_CONFIG} names. */
@ConfigMapping(prefix = "govshare.agent")
public interface AgentConfig {
  /** What the agent keeps on its own disk. */
  State state();

  /** The broker. */
  Amqp amqp();

  /** The data path. */
  Exchange exchange();

  /** Logical nodes by their code. */
  Map<String, Node> nodes();

  /** By what the centre is known. */
  Centre centre();

  /** For fault campaigns alone. */
  Faults faults();

  /** By what the centre is known. */
  interface Centre {
    /**
     * Its public keys, base64 of X.509 SubjectPublicKeyInfo; a new one beside the old one while it
     * changes. With one or more, rows move only under leases that one of them has signed.
     */
    Optional<List<String>> keys();
  }

  /** What a fault campaign does to an agent from within. */
  interface Faults {
    /** File that says at which step of the engine the process shall die. */
    Optional<Path> steps();

    /** File that says by how many seconds the clock is ahead. */
    Optional<Path> clock();
  }

  /** What the agent keeps on its own disk. */
  interface State {
    /** Directory for assignments, receipts and the like; used by one process at a time. */
    @WithDefault("state")
    Path directory();
  }

  /** The broker. */
  interface Amqp {
    /** Name or address. */
    @WithDefault("localhost")
    String host();

    /** Port of AMQP 1.0. */
    @WithDefault("5672")
    int port();
  }

  /** The data path. */
  interface Exchange {
    /** Bytes of rows in a frame before compression; 1024 to 8388608. */
    @WithDefault("4194304")
    int chunkBytes();

    /** Frames of a channel that may be sent and not yet receipted; 1 to 1024. */
    @WithDefault("32")
    int window();

    /** Bytes of frames that the process holds in memory, over all runs; at least 16777216. */
    @WithDefault("67108864")
    long byteBudget();

    /** Distance that increments keep from the oldest open transaction. */
    @WithDefault("5s")
    Duration safetyMargin();

    /** How often figures of a run are sent, at most. */
    @WithDefault("1s")
    Duration progressInterval();

    /** Silence of a target after which its source opens the channel again. */
    @WithDefault("30s")
    Duration receiptTimeout();
  }

  /** A logical node. */
  interface Node {
    /** Its account at the broker. */
    Account amqp();

    /** Its keys. */
    Keys keys();

    /**
     * The code that the centre gave out for this node. With it the node asks to be taken in with
     * its keys, once for each code; it may stay here afterwards.
     */
    Optional<String> registrationCode();

    /** Its databases by their code. */
    Map<String, Database> dataSources();
  }

  /** An account at the broker. */
  interface Account {
    /** User. */
    String username();

    /** Password. */
    String password();
  }

  /** Keys of a node. */
  interface Keys {
    /**
     * Directory of {@code signing.pem} and {@code agreement.pem}; both are made when neither is
     * there. The {@code .pub} files beside them are for registration at the centre.
     */
    Path directory();
  }

  /** A PostgreSQL database. */
  interface Database {
    /** Name or address. */
    @WithDefault("localhost")
    String host();

    /** Port. */
    @WithDefault("5432")
    int port();

    /** Name of the database. */
    String database();

    /** User; needs CREATE on the database to receive, pg_read_all_stats to send increments. */
    String username();

    /** Password; never leaves the node. */
    String password();

    /** {@code SOURCE}, {@code TARGET} or {@code BOTH}. */
    @WithDefault("BOTH")
    String direction();

    /** Zone of the writers of watermarks that have none, such as {@code Asia/Shanghai}. */
    Optional<String> timeZone();

    /**
     * {@code required}: nothing is sent that the department's operator has not approved at this
     * node. {@code none}: the allow-list alone decides.
     */
    @WithDefault("none")
    String approval();

    /** Tables that are open to the exchange; all others are closed. */
    Allow allow();
  }

  /** Tables that are open to the exchange. */
  interface Allow {
    /** Tables that may be read, each as {@code schema.table}. */
    Optional<List<String>> read();

    /** Tables that may be written, each as {@code schema.table}. */
    Optional<List<String>> write();

    /**
     * Tables whose changes may be captured, each as {@code schema.table} and to be read too. For
     * these the agent makes triggers and a schema {@code govshare_capture} in the database.
     */
    Optional<List<String>> capture();

    /**
     * Tables of which people of the node's own department may see the first rows, mapped, before a
     * run; each as {@code schema.table}.
     */
    Optional<List<String>> sample();
  }
}
