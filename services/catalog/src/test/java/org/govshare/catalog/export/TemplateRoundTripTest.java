package org.govshare.catalog.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.govshare.catalog.bulk.reading.DepartmentEntries;
import org.govshare.catalog.bulk.reading.Fault;
import org.govshare.catalog.bulk.reading.ImportScope;
import org.govshare.catalog.bulk.reading.KnownCatalogue;
import org.govshare.catalog.bulk.reading.ReadResource;
import org.govshare.catalog.bulk.reading.ReferenceData;
import org.govshare.catalog.bulk.reading.WorkbookReading;
import org.govshare.catalog.bulk.xlsx.XlsxFile;
import org.govshare.catalog.bulk.xlsx.XlsxLimits;
import org.govshare.catalog.export.CatalogueEntry.Filing;
import org.govshare.catalog.export.CatalogueEntry.Origin;
import org.govshare.catalog.export.CatalogueEntry.Provider;
import org.govshare.catalog.identifier.scheme.IdentifierScheme;
import org.govshare.catalog.resource.Census;
import org.govshare.catalog.resource.DataStructure;
import org.govshare.catalog.resource.DataType;
import org.govshare.catalog.resource.FormatTypes;
import org.govshare.catalog.resource.ItemInput;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.ResourceFormat;
import org.govshare.catalog.resource.ResourceInput;
import org.govshare.catalog.resource.ResourceState;
import org.govshare.catalog.resource.SharingMethod;
import org.govshare.catalog.resource.SharingType;
import org.govshare.catalog.resource.UpdateFrequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is exported can be imported again, without a fault and without a change. */
class TemplateRoundTripTest {

  private static final long SEED = 20_261_122L;
  private static final String WORDS = "企业登记质量监督水利设施检验结论名称编号=+-@,\"' <>&";
  private static final ImportScope ANYTHING = department -> true;
  private static final IdentifierScheme SCHEME = new IdentifierScheme(0, List.of(), List.of());

  private static final UUID OFFICE = UUID.randomUUID();
  private static final UUID FUNCTION = UUID.randomUUID();

  private final Random random = new Random(SEED);

  private String text(int length) {
    StringBuilder text = new StringBuilder("甲乙丙丁戊己庚辛".substring(random.nextInt(8)).substring(0, 1));
    for (int i = 0; i < length; i++) {
      text.append(WORDS.charAt(random.nextInt(WORDS.length())));
    }
    return (random.nextInt(4) == 0 ? "=" : "") + text.toString().strip() + "末";
  }

  private <E extends Enum<E>> E any(Class<E> type) {
    E[] values = type.getEnumConstants();
    return values[random.nextInt(values.length)];
  }

  private CatalogueEntry entry(int number) {
    OpenType open = any(OpenType.class);
    List<EntryItem> items =
        IntStream.rangeClosed(0, random.nextInt(6)).mapToObj(i -> item(number, i, open)).toList();
    return new CatalogueEntry(
        UUID.randomUUID(),
        UUID.randomUUID(),
        1,
        Optional.empty(),
        ResourceState.PUBLISHED,
        text(12) + Integer.toString(number, 26).replaceAll("[0-9]", "x"),
        text(40),
        new Provider(
            "zj",
            "省质量技术监督局",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        List.of(new Filing("020000", "主题信息资源"), new Filing("020100", "城市管理")),
        "GOVE",
        ResourceFormat.DATABASE,
        Optional.of("mysql"),
        Optional.of("MySQL"),
        any(DataStructure.class),
        SharingType.UNCONDITIONAL,
        SharingMethod.DATABASE,
        open,
        Optional.empty(),
        any(UpdateFrequency.class),
        List.of("质量", "监督"),
        List.of(),
        List.of(),
        new Origin(Optional.of("质量处"), Optional.of("产品质量监督")),
        Optional.of("public.t"),
        random.nextInt(1_000_000),
        new Census(new BigDecimal("1.25"), null, 7L, null, 0L),
        items,
        Instant.EPOCH,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private EntryItem item(int number, int position, OpenType open) {
    SharingType sharing = any(SharingType.class);
    return new EntryItem(
        text(6) + Integer.toString(position + 10, 36),
        Optional.of("f" + number + "_" + position),
        any(DataType.class),
        Optional.of(1 + random.nextInt(200)),
        sharing,
        Optional.of("按协议" + text(3)).filter(condition -> sharing == SharingType.CONDITIONAL),
        Optional.of("《测试法》" + text(3)).filter(basis -> sharing == SharingType.NOT_SHARED),
        SharingMethod.DATABASE,
        open,
        Optional.empty(),
        any(UpdateFrequency.class),
        Optional.of(text(5)));
  }

  private static DepartmentEntries entries(String name, UUID id) {
    DepartmentEntries entries = new DepartmentEntries();
    entries.add("zj", name, id);
    return entries;
  }

  @Test
  void nothingIsLostOnTheWay(@TempDir Path folder) throws IOException {
    List<CatalogueEntry> entries = IntStream.range(0, 200).mapToObj(this::entry).toList();
    Path file = folder.resolve("catalogue.xlsx");
    try (OutputStream out = Files.newOutputStream(file);
        EntryWriter writer = new XlsxEntryWriter(out)) {
      for (CatalogueEntry entry : entries) {
        writer.write(entry);
      }
    }

    List<Fault> faults = new ArrayList<>();
    List<ReadResource> read = new ArrayList<>();
    ReferenceData reference =
        new ReferenceData(
            Map.of("zj", "省质量技术监督局"),
            List.of(
                new ReferenceData.CategoryNode("020000", null, "主题信息资源"),
                new ReferenceData.CategoryNode("020100", "020000", "城市管理")),
            new FormatTypes(Map.of("mysql", ResourceFormat.DATABASE)),
            Map.of("mysql", "MySQL"),
            SCHEME,
            entries("质量处", OFFICE),
            entries("产品质量监督", FUNCTION),
            new DepartmentEntries());
    try (XlsxFile workbook = XlsxFile.open(file, new XlsxLimits(1L << 30, 500, 1_000, 1L << 24))) {
      new WorkbookReading(
              reference, new KnownCatalogue(List.of()), ANYTHING, faults::add, read::add)
          .read(workbook);
    }

    assertThat(faults).as("seed %d", SEED).isEmpty();
    assertThat(read).hasSameSizeAs(entries);
    for (int i = 0; i < entries.size(); i++) {
      assertSame(entries.get(i), read.get(i));
    }
  }

  private static void assertSame(CatalogueEntry entry, ReadResource read) {
    ResourceInput input = read.input();
    assertThat(input.name()).isEqualTo(entry.name());
    assertThat(input.summary()).isEqualTo(entry.summary());
    assertThat(read.department()).isEqualTo("zj");
    assertThat(input.categoryCode()).isEqualTo("020100");
    assertThat(input.format()).isEqualTo(entry.format());
    assertThat(input.formatType()).isEqualTo("mysql");
    assertThat(input.dataStructure()).isEqualTo(entry.dataStructure());
    assertThat(input.keywords()).isEqualTo(entry.keywords());
    assertThat(input.sourceSchema()).isEqualTo("public");
    assertThat(input.sourceTable()).isEqualTo("t");
    assertThat(input.rowCount()).isEqualTo(entry.rowCount());
    assertThat(input.census().storageGb()).isEqualByComparingTo("1.25");
    assertThat(input.census().sharedRows()).isEqualTo(7);
    assertThat(input.census().openRows()).isZero();
    assertThat(input.officeId()).isEqualTo(OFFICE);
    assertThat(input.functionId()).isEqualTo(FUNCTION);
    assertThat(input.items()).hasSameSizeAs(entry.items());
    for (int i = 0; i < entry.items().size(); i++) {
      assertSame(input, entry.items().get(i), input.items().get(i));
    }
  }

  private static void assertSame(ResourceInput resource, EntryItem item, ItemInput read) {
    assertThat(read.name()).isEqualTo(item.name());
    assertThat(read.fieldName()).isEqualTo(item.fieldName().orElseThrow());
    assertThat(read.dataType()).isEqualTo(item.dataType());
    assertThat(read.length()).isEqualTo(item.length().orElseThrow());
    assertThat(read.description()).isEqualTo(item.description().orElseThrow());
    assertThat(resource.sharingOf(read)).isEqualTo(item.sharingType());
    assertThat(read.sharingCondition()).isEqualTo(item.sharingCondition().orElse(null));
    assertThat(read.legalBasis()).isEqualTo(item.legalBasis().orElse(null));
    assertThat(resource.sharingMethodOf(read)).isEqualTo(item.sharingMethod());
    assertThat(resource.openTypeOf(read)).isEqualTo(item.openType());
    assertThat(resource.updateFrequencyOf(read)).isEqualTo(item.updateFrequency());
  }
}
