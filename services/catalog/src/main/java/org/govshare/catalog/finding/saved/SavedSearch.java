package org.govshare.catalog.finding.saved;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;

/** A search that somebody keeps. */
@Entity
@Table(name = "saved_search")
class SavedSearch {

  @Id private UUID id;
  private String person;
  private String name;
  private String query;
  private Instant createdAt;
  private Instant lookedAt;
  @Version private long revision;

  protected SavedSearch() {}

  SavedSearch(String person, SavedSearchInput input, Instant now) {
    this.id = UUID.randomUUID();
    this.person = person;
    this.createdAt = now;
    this.lookedAt = now;
    write(input);
  }

  final void write(SavedSearchInput input) {
    name = input.name().strip();
    query = input.query() == null ? "" : input.query();
  }

  void lookedAt(Instant now) {
    lookedAt = now;
  }

  UUID id() {
    return id;
  }

  String query() {
    return query;
  }

  Instant lookedAt() {
    return lookedAt;
  }

  long revision() {
    return revision;
  }

  SavedSearchView view(long newSince) {
    return new SavedSearchView(id, name, query, createdAt, lookedAt, newSince, revision);
  }
}
