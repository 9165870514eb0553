package org.govshare.catalog.library.document;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.catalog.library.LibraryEntry;
import org.govshare.catalog.library.Validity;
import org.govshare.catalog.search.SearchText;

/** 政策法规 or 标准. */
@Entity
@Table(name = "library_document")
public class LibraryDocument implements LibraryEntry<DocumentInput, DocumentView> {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private DocumentKind kind;

  private String title;
  private String documentNumber;
  private String issuingBody;
  private String summary;
  private LocalDate issuedOn;
  private Validity validity;
  private UUID replacedBy;
  private String searchText;
  @Version private long revision;

  /** For the persistence provider. */
  protected LibraryDocument() {}

  LibraryDocument(DocumentInput input) {
    this.id = UUID.randomUUID();
    write(input);
  }

  @Override
  public final void write(DocumentInput input) {
    kind = input.kind();
    title = input.title().strip();
    documentNumber = input.documentNumber().strip();
    issuingBody = input.issuingBody().strip();
    summary = input.summary();
    issuedOn = input.issuedOn();
    validity = new Validity(input.effectiveOn(), input.repealedOn());
    replacedBy = input.replacedBy();
    searchText = SearchText.content(Stream.of(title, documentNumber, issuingBody, summary));
  }

  @Override
  public UUID id() {
    return id;
  }

  /** Policy or standard. */
  public DocumentKind kind() {
    return kind;
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
  public DocumentView view(LocalDate today) {
    return new DocumentView(
        id,
        kind,
        title,
        documentNumber,
        issuingBody,
        summary,
        issuedOn,
        validity.effectiveOn(),
        validity.repealedOn(),
        validity.on(today),
        replacedBy,
        revision);
  }
}
