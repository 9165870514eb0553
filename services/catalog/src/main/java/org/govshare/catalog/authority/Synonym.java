package org.govshare.catalog.authority;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.govshare.catalog.search.SearchText;
import org.govshare.platform.problem.InputChecks;
import org.govshare.platform.problem.InvalidInput;
import org.govshare.platform.version.Versioned;

/** 同义词: a word in names of items, and what it is compared as. */
@Entity
@Table(name = "item_synonym")
class Synonym {

  @Id private UUID id;
  private String word;
  private String meaning;
  private String folded;
  private String changedBy;
  private Instant changedAt;
  @Version private long revision;

  protected Synonym() {}

  Synonym(Pair pair, String by, Instant now) {
    this.id = UUID.randomUUID();
    write(pair, by, now);
  }

  void write(Pair pair, String by, Instant now) {
    word = pair.word().strip();
    meaning = pair.meaning().strip();
    folded = SearchText.folded(word);
    changedBy = by;
    changedAt = now;
  }

  String word() {
    return word;
  }

  long revision() {
    return revision;
  }

  View view() {
    return new View(id, word, meaning, changedBy, changedAt, revision);
  }

  /**
   * A word and its meaning.
   *
   * @param word at least two letters or digits, at most 50 characters
   * @param meaning the same
   */
  @RegisterForReflection
  record Pair(String word, String meaning) {

    /**
     * Checks everything that can be seen from the input alone.
     *
     * @throws InvalidInput naming every fault (400)
     */
    void check() {
      new InputChecks()
          .text("word", word, 50)
          .text("meaning", meaning, 50)
          .that(word == null || longEnough(word), "word", "too-short-to-compare")
          .that(meaning == null || longEnough(meaning), "meaning", "too-short-to-compare")
          .done();
    }

    private static boolean longEnough(String text) {
      return SearchText.folded(text).codePointCount(0, SearchText.folded(text).length()) >= 2;
    }
  }

  /** A synonym. The revision is the number in its {@code ETag}. */
  @RegisterForReflection
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record View(
      UUID id, String word, String meaning, String changedBy, Instant changedAt, long revision)
      implements Versioned {}
}
