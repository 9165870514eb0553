package org.govshare.catalog.authority;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** A candidate as far as deciding on it goes; comparisons write the rest of its row. */
@Entity
@Table(name = "authority_candidate")
class Candidate {

  @Id private UUID id;

  @Column(name = "key_a", updatable = false)
  private String keyA;

  @Column(name = "key_b", updatable = false)
  private String keyB;

  @Enumerated(EnumType.STRING)
  private Verdict verdict;

  private Instant decidedAt;
  @Version private long revision;

  protected Candidate() {}

  /** Notes what holds; the same once more is a decision too. */
  void decide(Verdict decided, Instant now) {
    verdict = decided;
    decidedAt = now;
  }

  /** The keys that its items have: one, or two that resemble each other. */
  Set<String> keys() {
    return keyA.equals(keyB) ? Set.of(keyA) : Set.of(keyA, keyB);
  }

  UUID id() {
    return id;
  }

  long revision() {
    return revision;
  }
}
