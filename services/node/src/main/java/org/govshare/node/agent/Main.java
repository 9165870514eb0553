package org.govshare.node.agent;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.govshare.node.local.LocalClient;

/**
 * {@code govshare-node} without arguments is the agent; with arguments it passes a command to the
 * agent that runs at this machine.
 */
@QuarkusMain
public final class Main {
  private Main() {}

  /** Runs either. */
  public static void main(String... arguments) {
    if (arguments.length == 0) {
      Quarkus.run(arguments);
    } else {
      System.exit(LocalClient.run(arguments, System.out, System.err));
    }
  }
}
