package org.govshare.node.guard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.govshare.node.state.Documents;
import org.govshare.node.state.Json;
import org.govshare.protocol.control.ComputeDigest;
import org.govshare.protocol.crypto.CryptoSuite;
import org.govshare.protocol.crypto.Keyring;
import org.govshare.protocol.crypto.NodeKeys;

/**
 * The approvals of a node: one document each, {@code <id>.json}, with the node's signature over its
 * bytes beside it, {@code <id>.sig}. They are read and verified each time they are asked for, so
 * that a file that somebody has changed is refused. What was refused is a file {@code
 * <id>.refused}.
 */
final class Approvals {
  private static final String DOCUMENT = ".json";
  private static final String SIGNATURE = ".sig";
  private static final String REFUSAL = ".refused";
  private static final byte[] PURPOSE = "govshare approval 1\n".getBytes(StandardCharsets.US_ASCII);

  private final String node;
  private final Documents folder;
  private final Keyring keys;

  Approvals(String node, Documents folder, Keyring keys) {
    this.node = node;
    this.folder = folder;
    this.keys = keys;
  }

  /**
   * A document on disk.
   *
   * @param id its name
   * @param approval what it says; null if it cannot be read
   * @param genuine whether it is as it was signed here
   */
  record Found(String id, Approval approval, boolean genuine) {}

  /**
   * Until when something may leave.
   *
   * @throws Withheld if it may not
   */
  Instant require(Subject subject, Instant now) throws IOException {
    if (folder.read(subject.id() + REFUSAL) != null) {
      throw new Withheld(
          Withheld.REFUSED, "the provider has refused what the run would take, " + subject.id());
    }
    Instant until = null;
    Withheld why =
        new Withheld(
            Withheld.MISSING, "nobody at the provider has approved this yet, " + subject.id());
    for (Found found : all()) {
      if (found.approval() == null || !found.approval().subject().samePlace(subject)) {
        continue;
      }
      if (!found.genuine()) {
        why = worse(why, Withheld.ALTERED, "approval " + found.id() + " is not as it was signed");
      } else if (!found.approval().subject().covers(subject)) {
        why = worse(why, Withheld.BEYOND, "the run asks for more than approval " + found.id());
      } else if (!now.isBefore(found.approval().notAfter())) {
        why =
            worse(
                why,
                Withheld.EXPIRED,
                "approval " + found.id() + " ended at " + found.approval().notAfter());
      } else if (until == null || found.approval().notAfter().isAfter(until)) {
        until = found.approval().notAfter();
      }
    }
    if (until == null) {
      throw why;
    }
    return until;
  }

  private static final List<String> GRAVITY =
      List.of(Withheld.MISSING, Withheld.BEYOND, Withheld.EXPIRED, Withheld.ALTERED);

  private static Withheld worse(Withheld known, String reason, String detail) {
    return GRAVITY.indexOf(reason) > GRAVITY.indexOf(known.reason())
        ? new Withheld(reason, detail)
        : known;
  }

  /** Whether the sum that is asked for is one over what may leave under some approval. */
  boolean opens(ComputeDigest digest, Instant now) throws IOException {
    List<Subject.Column> columns =
        digest.columns().stream().map(it -> new Subject.Column(it.name(), it.steps())).toList();
    for (Found found : all()) {
      if (found.genuine()
          && now.isBefore(found.approval().notAfter())
          && found
              .approval()
              .subject()
              .onTable(digest.dataSource(), digest.schema(), digest.table())
          && found.approval().subject().opens(columns, digest.filter())
          && found.approval().subject().opens(digest.look())) {
        return true;
      }
    }
    return false;
  }

  /** Signs and keeps an approval, in place of one of the same contents. */
  void approve(Subject subject, String by, Instant now, Instant notAfter) throws IOException {
    Approval approval = new Approval(Approval.VERSION, node, subject, by, now, notAfter);
    byte[] document = Json.write(approval).getBytes(StandardCharsets.UTF_8);
    String id = subject.id();
    folder.write(id + SIGNATURE, Base64.getEncoder().encode(own().sign(signed(document))));
    folder.write(id + DOCUMENT, document);
    folder.delete(id + REFUSAL);
  }

  /** Remembers that something was refused, and removes an approval of it. */
  void refuse(String id, String by, Instant now) throws IOException {
    folder.write(id + REFUSAL, (now + " " + by + "\n").getBytes(StandardCharsets.UTF_8));
    remove(id);
  }

  /** Takes an approval or a refusal back; whether there was one. */
  boolean withdraw(String id) throws IOException {
    boolean refused = folder.read(id + REFUSAL) != null;
    folder.delete(id + REFUSAL);
    return remove(id) || refused;
  }

  /** Whether something was refused. */
  boolean refused(String id) throws IOException {
    return folder.read(id + REFUSAL) != null;
  }

  /** What was refused, by its name. */
  List<String> refusals() throws IOException {
    return folder.names(REFUSAL).stream()
        .map(name -> name.substring(0, name.length() - REFUSAL.length()))
        .toList();
  }

  /** All documents. */
  List<Found> all() throws IOException {
    List<Found> all = new ArrayList<>();
    for (String name : folder.names(DOCUMENT)) {
      String id = name.substring(0, name.length() - DOCUMENT.length());
      byte[] document = folder.read(name);
      if (document != null) {
        all.add(found(id, document));
      }
    }
    return all;
  }

  private Found found(String id, byte[] document) throws IOException {
    Approval approval;
    try {
      approval = Json.read(document, Approval.class);
    } catch (IOException e) {
      return new Found(id, null, false);
    }
    byte[] signature = folder.read(id + SIGNATURE);
    return new Found(
        id,
        approval,
        signature != null
            && approval.node().equals(node)
            && own().signed(signed(document), decoded(signature)));
  }

  private NodeKeys own() {
    return keys.of(CryptoSuite.INTL);
  }

  private boolean remove(String id) throws IOException {
    boolean there = folder.read(id + DOCUMENT) != null;
    folder.delete(id + DOCUMENT);
    folder.delete(id + SIGNATURE);
    return there;
  }

  /** What the signature is over: nothing else that the node signs begins like this. */
  private static byte[] signed(byte[] document) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(PURPOSE);
    bytes.writeBytes(document);
    return bytes.toByteArray();
  }

  private static byte[] decoded(byte[] base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
