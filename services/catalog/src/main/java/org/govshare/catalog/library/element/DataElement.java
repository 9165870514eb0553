package org.govshare.catalog.library.element;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.govshare.catalog.library.LibraryEntry;
import org.govshare.catalog.library.Validity;
import org.govshare.catalog.search.NameSimilarity;
import org.govshare.catalog.search.SearchText;

/** 标准数据元. */
@Entity
@Table(name = "data_element")
public class DataElement implements LibraryEntry<ElementInput, ElementView> {

  @Id private UUID id;
  private String identifier;
  private String name;
  private String[] synonyms;
  private String definition;

  @Enumerated(EnumType.STRING)
  private ElementType dataType;

  private Integer length;
  private String representation;
  private UUID codeTableId;
  private UUID standardId;
  private Validity validity;
  private String searchText;
  private String[] pairs;
  @Version private long revision;

  /** For the persistence provider. */
  protected DataElement() {}

  DataElement(ElementInput input) {
    this.id = UUID.randomUUID();
    write(input);
  }

  @Override
  public final void write(ElementInput input) {
    identifier = input.identifier().strip();
    name = input.name().strip();
    synonyms = input.synonyms().stream().map(String::strip).distinct().toArray(String[]::new);
    definition = input.definition().strip();
    dataType = input.dataType();
    length = input.length();
    representation = input.representation();
    codeTableId = input.codeTableId();
    standardId = input.standardId();
    validity = new Validity(input.effectiveOn(), input.repealedOn());
    searchText =
        SearchText.content(
            Stream.concat(Stream.of(identifier, name, definition), Stream.of(synonyms)));
    pairs =
        names().flatMap(it -> NameSimilarity.pairs(it).stream()).distinct().toArray(String[]::new);
  }

  @Override
  public UUID id() {
    return id;
  }

  /** Its identifier in the standard. */
  public String identifier() {
    return identifier;
  }

  /** Its name in the standard. */
  public String name() {
    return name;
  }

  /** Its name and its synonyms. */
  Stream<String> names() {
    return Stream.concat(Stream.of(name), Stream.of(synonyms));
  }

  /** Kind of data. */
  public ElementType dataType() {
    return dataType;
  }

  /** Length in characters or digits, or {@code null}. */
  public Integer length() {
    return length;
  }

  /** The code table of its values, or {@code null}. */
  public UUID codeTableId() {
    return codeTableId;
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
  public ElementView view(LocalDate today) {
    return new ElementView(
        id,
        identifier,
        name,
        List.of(synonyms),
        definition,
        dataType,
        length,
        representation,
        codeTableId,
        standardId,
        validity.effectiveOn(),
        validity.repealedOn(),
        validity.on(today),
        revision);
  }
}
