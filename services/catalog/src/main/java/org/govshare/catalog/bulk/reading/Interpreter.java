package org.govshare.catalog.bulk.reading;

import static org.govshare.catalog.bulk.template.TemplateColumn.CATEGORY;
import static org.govshare.catalog.bulk.template.TemplateColumn.CLASSIFICATION;
import static org.govshare.catalog.bulk.template.TemplateColumn.CODE;
import static org.govshare.catalog.bulk.template.TemplateColumn.FORMAT;
import static org.govshare.catalog.bulk.template.TemplateColumn.FORMAT_TYPE;
import static org.govshare.catalog.bulk.template.TemplateColumn.FUNCTION;
import static org.govshare.catalog.bulk.template.TemplateColumn.KEYWORDS;
import static org.govshare.catalog.bulk.template.TemplateColumn.NAME;
import static org.govshare.catalog.bulk.template.TemplateColumn.OFFICE;
import static org.govshare.catalog.bulk.template.TemplateColumn.OPEN_ROWS;
import static org.govshare.catalog.bulk.template.TemplateColumn.OPEN_STORAGE;
import static org.govshare.catalog.bulk.template.TemplateColumn.PROVIDER;
import static org.govshare.catalog.bulk.template.TemplateColumn.PROVIDER_CODE;
import static org.govshare.catalog.bulk.template.TemplateColumn.RELATED;
import static org.govshare.catalog.bulk.template.TemplateColumn.RELEASED;
import static org.govshare.catalog.bulk.template.TemplateColumn.ROWS;
import static org.govshare.catalog.bulk.template.TemplateColumn.SHARED_ROWS;
import static org.govshare.catalog.bulk.template.TemplateColumn.SHARED_STORAGE;
import static org.govshare.catalog.bulk.template.TemplateColumn.SOURCE_TABLE;
import static org.govshare.catalog.bulk.template.TemplateColumn.STORAGE;
import static org.govshare.catalog.bulk.template.TemplateColumn.STRUCTURE;
import static org.govshare.catalog.bulk.template.TemplateColumn.SUMMARY;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.bulk.template.Words;
import org.govshare.catalog.resource.Census;
import org.govshare.catalog.resource.DataStructure;
import org.govshare.catalog.resource.ItemInput;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.ResourceFormat;
import org.govshare.catalog.resource.ResourceInput;
import org.govshare.catalog.resource.SharingMethod;
import org.govshare.catalog.resource.UpdateFrequency;
import org.govshare.catalog.search.SearchText;

/** Reads the texts of one resource's rows as what they stand for. Used for one resource. */
final class Interpreter {

  private static final String SEPARATORS = "[,，;；、|\\s]+";

  private final ReferenceData reference;
  private final ResourceFaults faults;
  private final RawResource raw;

  Interpreter(ReferenceData reference, RawResource raw, Faults faults) {
    this.reference = reference;
    this.raw = raw;
    this.faults = new ResourceFaults(raw, faults);
  }

  ReadResource read(FieldFaults checks) {
    String department = department();
    LocalDate publishedOn =
        convert(
            RELEASED,
            "not-a-date",
            text -> CellValue.dayOf(text).or(() -> CellValue.day(text, false)).orElse(null));
    List<ItemInput> items = new ArrayList<>(raw.items().size());
    ItemReader reader = new ItemReader(faults);
    for (RawItem item : raw.items()) {
      items.add(reader.read(item));
    }
    ResourceInput input = input(department, items);
    checks.check(input, raw, faults);
    return new ReadResource(
        raw.row(),
        raw.rowOf(NAME),
        raw.rowOf(CODE),
        department,
        input,
        publishedOn,
        !raw.isFaulty());
  }

  private ResourceInput input(String department, List<ItemInput> items) {
    ResourceFormat format = word(FORMAT, Words.FORMAT);
    DataStructure structure = word(STRUCTURE, Words.STRUCTURE);
    String table = raw.value(SOURCE_TABLE);
    int dot = table == null ? -1 : table.indexOf('.');
    return new ResourceInput(
        raw.value(NAME),
        raw.value(SUMMARY),
        convert(CATEGORY, "unknown-category", text -> reference.category(text).orElse(null)),
        format,
        structure == null ? usual(format) : structure,
        null,
        ItemReader.first(items, ItemInput::openType, OpenType.class),
        ItemReader.first(items, ItemInput::updateFrequency, UpdateFrequency.class),
        ItemReader.first(items, ItemInput::sharingMethod, SharingMethod.class),
        dot < 0 ? (table == null ? null : "public") : table.substring(0, dot),
        dot < 0 ? table : table.substring(dot + 1),
        rows(ROWS),
        items,
        convert(FORMAT_TYPE, "unknown-format-type", t -> reference.formatType(t).orElse(null)),
        null,
        list(KEYWORDS),
        list(RELATED).stream().map(Interpreter::halfWidth).toList(),
        entry(OFFICE, "unknown-office", department, reference.offices()),
        entry(FUNCTION, "unknown-function", department, reference.functions()),
        null,
        null,
        null,
        null,
        census(),
        classification(),
        Codes.read(raw.value(CODE), reference.scheme(), faults));
  }

  private String department() {
    String name = raw.value(PROVIDER);
    String code = raw.value(PROVIDER_CODE);
    String named =
        convert(PROVIDER, "unknown-department", t -> reference.departmentNamed(t).orElse(null));
    String coded =
        convert(
            PROVIDER_CODE, "unknown-department", t -> reference.departmentCoded(t).orElse(null));
    if (name == null && code == null && !raw.isSpoilt(PROVIDER)) {
      faults.add(PROVIDER, "required");
    } else if (named != null && coded != null && !named.equals(coded)) {
      faults.add(PROVIDER_CODE, "provider-mismatch", name);
    }
    return named == null ? coded : named;
  }

  /** What the format usually is, where a workbook has no column for it. */
  private static DataStructure usual(ResourceFormat format) {
    if (format == null) {
      return DataStructure.UNSTRUCTURED;
    }
    return switch (format) {
      case DATABASE, SPREADSHEET, SERVICE_INTERFACE -> DataStructure.STRUCTURED;
      case SELF_DESCRIBING -> DataStructure.SEMI_STRUCTURED;
      default -> DataStructure.UNSTRUCTURED;
    };
  }

  private Census census() {
    BigDecimal storage = gigabytes(STORAGE);
    BigDecimal shared = gigabytes(SHARED_STORAGE);
    Long sharedRows = rows(SHARED_ROWS);
    BigDecimal open = gigabytes(OPEN_STORAGE);
    Long openRows = rows(OPEN_ROWS);
    boolean none =
        storage == null && shared == null && sharedRows == null && open == null && openRows == null;
    return none ? null : new Census(storage, shared, sharedRows, open, openRows);
  }

  private BigDecimal gigabytes(TemplateColumn column) {
    return convert(column, "not-a-number", Numbers::decimal);
  }

  private Long rows(TemplateColumn column) {
    return convert(column, "not-a-whole-number", Numbers::whole);
  }

  private String classification() {
    String text = raw.value(CLASSIFICATION);
    if (text == null) {
      return null;
    }
    String folded = SearchText.folded(text);
    for (String secret : List.of("绝密", "机密", "秘密")) {
      // 秘密★10年 and the like.
      if (folded.contains(secret) && !folded.startsWith("非")) {
        return secret;
      }
    }
    return switch (folded) {
      case "非涉密", "非密", "无", "公开", "不涉密", "否", "unclassified" -> "UNCLASSIFIED";
      default -> text;
    };
  }

  private List<String> list(TemplateColumn column) {
    String text = raw.value(column);
    return text == null
        ? List.of()
        : Arrays.stream(text.split(SEPARATORS)).filter(part -> !part.isEmpty()).distinct().toList();
  }

  static String halfWidth(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private <E extends Enum<E>> E word(TemplateColumn column, Words<E> words) {
    String text = raw.value(column);
    if (text == null) {
      return null;
    }
    E value = words.value(text).orElse(null);
    if (value == null) {
      faults.add(column, "not-in-list", String.join("、", words.labels()));
    }
    return value;
  }

  /** What a department has under a name; nothing is known of a department that is not known. */
  private UUID entry(
      TemplateColumn column, String reason, String department, DepartmentEntries entries) {
    String name = raw.value(column);
    if (name == null || department == null) {
      return null;
    }
    UUID id = entries.named(department, name).orElse(null);
    if (id == null) {
      faults.suggest(column, entries.closest(department, name).orElse(null), reason, name);
    }
    return id;
  }

  private <T> T convert(TemplateColumn column, String reason, Function<String, T> conversion) {
    String text = raw.value(column);
    if (text == null) {
      return null;
    }
    T value = conversion.apply(text);
    if (value == null) {
      faults.add(column, reason, Objects.toString(text));
    }
    return value;
  }
}
