package org.govshare.catalog.library.code;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.catalog.library.LibraryEntry;
import org.govshare.catalog.library.Validity;
import org.govshare.catalog.search.SearchText;

/** 代码表. */
@Entity
@Table(name = "code_table")
public class CodeTable implements LibraryEntry<CodeTableInput, CodeTableView> {

  @Id private UUID id;
  private String identifier;
  private String name;
  private String definition;
  private UUID standardId;
  private Validity validity;
  private String searchText;
  @Version private long revision;

  /** For the persistence provider. */
  protected CodeTable() {}

  CodeTable(CodeTableInput input) {
    this.id = UUID.randomUUID();
    write(input);
  }

  @Override
  public final void write(CodeTableInput input) {
    identifier = input.identifier().strip();
    name = input.name().strip();
    definition = input.definition();
    standardId = input.standardId();
    validity = new Validity(input.effectiveOn(), input.repealedOn());
    searchText = SearchText.content(Stream.of(identifier, name, definition));
  }

  @Override
  public UUID id() {
    return id;
  }

  /** When it is in force. */
  public Validity validity() {
    return validity;
  }

  @Override
  public long revision() {
    return revision;
  }

  @Override
  public CodeTableView view(LocalDate today) {
    return new CodeTableView(
        id,
        identifier,
        name,
        definition,
        standardId,
        validity.effectiveOn(),
        validity.repealedOn(),
        validity.on(today),
        revision);
  }
}
