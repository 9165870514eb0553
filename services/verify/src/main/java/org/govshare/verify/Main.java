package org.govshare.verify;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.govshare.protocol.receipt.ChainCheck;
import org.govshare.protocol.receipt.ChainExport;
import org.govshare.protocol.receipt.ReceiptRefused;
import org.govshare.protocol.receipt.RowBalance;
import org.govshare.protocol.receipt.SigningKeys;

/**
 * {@code govshare-verify EXPORT [--head SEQUENCE:DIGEST] [--heads FILE --centre FILE] [--keys
 * FILE]}. Ends with 0 when every record is as both ends signed it, with 1 when one is not, with 2
 * when it was called wrongly.
 */
public final class Main {
  private static final String USAGE =
      "usage: govshare-verify EXPORT [--head SEQUENCE:DIGEST] [--heads FILE --centre FILE]"
          + " [--keys FILE]";

  private Main() {}

  /** Runs the command. */
  public static void main(String[] arguments) {
    System.exit(run(arguments, System.out, System.err));
  }

  static int run(String[] arguments, PrintStream out, PrintStream err) {
    Path export = null;
    ChainCheck.Head head = null;
    Path keys = null;
    Path heads = null;
    Path centre = null;
    try {
      for (int i = 0; i < arguments.length; i++) {
        switch (arguments[i]) {
          case "--head" -> head = ChainCheck.Head.parse(value(arguments, ++i));
          case "--heads" -> heads = Path.of(value(arguments, ++i));
          case "--centre" -> centre = Path.of(value(arguments, ++i));
          case "--keys" -> keys = Path.of(value(arguments, ++i));
          default -> {
            if (export != null || arguments[i].startsWith("-")) {
              throw new IllegalArgumentException("what is " + arguments[i] + "?");
            }
            export = Path.of(arguments[i]);
          }
        }
      }
      if (export == null) {
        throw new IllegalArgumentException("no export is named");
      }
      if ((heads == null) != (centre == null)) {
        throw new IllegalArgumentException("--heads and --centre go together");
      }
      List<ChainExport.NodeKey> changes = List.of();
      List<ChainCheck.Head> known = new ArrayList<>(head == null ? List.of() : List.of(head));
      if (heads != null) {
        HeadCheck countersigned = HeadCheck.of(heads, centre, channel(export));
        if (countersigned.forged() != null) {
          out.printf("BAD: %s%n", countersigned.forged());
          return 1;
        }
        out.printf("heads: %d countersigned by the centre%n", countersigned.heads().size());
        known.addAll(countersigned.heads());
        changes = countersigned.keys();
      }
      SigningKeys signing = read(keys, export);
      changes.forEach(signing::changed);
      return check(export, signing, keys == null, known, out);
    } catch (IllegalArgumentException | ReceiptRefused e) {
      err.println(e.getMessage());
      err.println(USAGE);
      return 2;
    } catch (IOException e) {
      err.println("cannot read: " + e.getMessage());
      return 2;
    }
  }

  private static String value(String[] arguments, int at) {
    if (at >= arguments.length) {
      throw new IllegalArgumentException(arguments[at - 1] + " needs a value");
    }
    return arguments[at];
  }

  private static int check(
      Path export, SigningKeys keys, boolean own, List<ChainCheck.Head> heads, PrintStream out)
      throws IOException {
    ChainCheck.Verdict verdict;
    try (BufferedReader in = Files.newBufferedReader(export, StandardCharsets.UTF_8)) {
      verdict = new ChainCheck(keys, heads).check(in);
    }
    if (own) {
      out.println("note: the keys are the export's own; give --keys to hold it against others");
    }
    if (heads.isEmpty()) {
      out.println("note: without a head nobody can tell whether the end was cut off");
    }
    if (verdict.good()) {
      out.printf("good: %d records, %d rows%n", verdict.checked(), verdict.rows());
      RowBalance balance = verdict.balance();
      if (!balance.whole()) {
        out.printf(
            "rows: %d applied, %d parked, %d superseded%n",
            balance.applied(), balance.parked(), balance.superseded());
      }
      if (verdict.last() != null) {
        out.printf("head: %d:%s%n", verdict.last().sequence(), verdict.last().digest());
      }
      return 0;
    }
    out.printf(
        "BAD: record %d %s: %s%n", verdict.sequence(), words(verdict.fault()), verdict.detail());
    out.printf("%d records before it are good%n", verdict.checked());
    return 1;
  }

  private static String words(ChainCheck.Fault fault) {
    return switch (fault) {
      case UNREADABLE -> "cannot be checked";
      case ALTERED -> "was altered";
      case REMOVED -> "was removed";
      case SWAPPED -> "was swapped with a later one";
      case INSERTED -> "was inserted";
      case BROKEN -> "does not follow the one before it";
      case CUT_OFF -> "was cut off with all after it";
      case OTHER_HEAD -> "is not the head that was kept";
    };
  }

  private static ChainExport.Channel channel(Path export) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(export, StandardCharsets.UTF_8)) {
      in.readLine();
      return ChainExport.Channel.read(in.readLine());
    }
  }

  /**
   * Lines of {@code key NODE BASE64 [FROM-SEQUENCE]} in the export's suite; empty lines are passed
   * over.
   */
  private static SigningKeys read(Path keys, Path export) throws IOException {
    SigningKeys read = new SigningKeys();
    if (keys == null) {
      return read;
    }
    ChainExport.Channel channel = channel(export);
    for (String line : Files.readAllLines(keys, StandardCharsets.UTF_8)) {
      if (!line.isBlank()) {
        read.add(ChainExport.NodeKey.read(line.strip(), channel.suite()));
      }
    }
    for (String node : new String[] {channel.source(), channel.target()}) {
      if (!read.has(node)) {
        throw new IllegalArgumentException("the keys have none of node " + node);
      }
    }
    return read;
  }
}
