package org.govshare.catalog.bulk.xlsx;

import com.fasterxml.aalto.UncheckedStreamException;
import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A workbook on disk. What it declares about itself is checked when it is opened, what it really
 * holds while it is read; either way it is refused with a {@link WorkbookRefused} that says why.
 */
public final class XlsxFile implements Closeable {

  private static final String WORKBOOK = "xl/workbook.xml";
  private static final int SHEET_LIMIT = 1_000;

  /** A part smaller than this may be packed as tightly as it likes. */
  private static final long RATIO_FREE = 10L << 20;

  private static final int PIECE = 64 << 10;

  private final ZipFile zip;
  private final XlsxLimits limits;
  private final List<SheetName> sheets = new ArrayList<>();
  private boolean date1904;
  private SharedStrings strings;
  private Styles styles;

  private XlsxFile(ZipFile zip, XlsxLimits limits) {
    this.zip = zip;
    this.limits = limits;
  }

  /**
   * Opens a workbook and reads the names of its sheets.
   *
   * @throws WorkbookRefused if it is none, or one beyond the limits
   */
  public static XlsxFile open(Path path, XlsxLimits limits) throws IOException {
    FileKind.refuseOthers(path);
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException | EOFException | IllegalArgumentException damaged) {
      throw new WorkbookRefused("workbook-damaged");
    }
    XlsxFile file = new XlsxFile(zip, limits);
    try {
      file.checkParts();
      file.readWorkbook();
      return file;
    } catch (IOException | RuntimeException failure) {
      zip.close();
      throw failure;
    }
  }

  private void checkParts() {
    if (zip.size() > limits.entryLimit()) {
      throw new WorkbookRefused("workbook-too-many-parts", limits.entryLimit());
    }
    long unpacked = 0;
    for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
      ZipEntry entry = entries.nextElement();
      long size = Math.max(0, entry.getSize());
      unpacked += size;
      if (unpacked > limits.unpackedLimit()) {
        throw new WorkbookRefused("workbook-too-large-unpacked", entry.getName());
      }
      if (size > RATIO_FREE
          && size / Math.max(1, entry.getCompressedSize()) > limits.ratioLimit()) {
        throw new WorkbookRefused("workbook-packed-too-tightly", entry.getName());
      }
    }
    if (zip.getEntry("xl/vbaProject.bin") != null) {
      throw new WorkbookRefused("workbook-with-macros");
    }
    if (zip.getEntry(WORKBOOK) == null) {
      throw new WorkbookRefused("workbook-other-package");
    }
  }

  private void readWorkbook() throws IOException {
    Map<String, String> targets = new HashMap<>();
    parse(
        "xl/_rels/workbook.xml.rels",
        xml -> {
          while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                && xml.getLocalName().equals("Relationship")) {
              targets.put(Xml.attribute(xml, "Id", ""), Xml.attribute(xml, "Target", ""));
            }
          }
        });
    parse(
        WORKBOOK,
        xml -> {
          while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT) {
              if (xml.getLocalName().equals("workbookPr")) {
                String flag = Xml.attribute(xml, "date1904", "0");
                date1904 = flag.equals("1") || flag.equals("true");
              } else if (xml.getLocalName().equals("sheet")) {
                addSheet(xml, targets);
              }
            }
          }
        });
    if (sheets.isEmpty()) {
      throw new WorkbookRefused("workbook-damaged");
    }
  }

  private void addSheet(XMLStreamReader xml, Map<String, String> targets) {
    if (sheets.size() >= SHEET_LIMIT) {
      throw new WorkbookRefused("workbook-too-many-parts", SHEET_LIMIT);
    }
    String target = targets.get(Xml.attribute(xml, "id", ""));
    if (target == null) {
      throw new WorkbookRefused("workbook-damaged");
    }
    String path = target.startsWith("/") ? target.substring(1) : "xl/" + target;
    boolean hidden = !Xml.attribute(xml, "state", "visible").equals("visible");
    sheets.add(new SheetName(Xml.attribute(xml, "name", ""), path, hidden));
  }

  /** Its sheets in their order. */
  public List<SheetName> sheets() {
    return List.copyOf(sheets);
  }

  /** Whether days count from 1904. */
  public boolean date1904() {
    return date1904;
  }

  /**
   * Reads a sheet from top to bottom, or until the listener has had enough.
   *
   * @throws WorkbookRefused if it cannot be read
   */
  public void read(SheetName sheet, SheetListener listener) throws IOException {
    if (strings == null) {
      strings = SharedStrings.none();
      styles = Styles.none();
      if (zip.getEntry("xl/styles.xml") != null) {
        parse("xl/styles.xml", xml -> styles = Styles.read(xml));
      }
      if (zip.getEntry("xl/sharedStrings.xml") != null) {
        parse(
            "xl/sharedStrings.xml",
            xml -> strings = SharedStrings.read(xml, limits.sharedStringsLimit()));
      }
    }
    parse(sheet.path(), xml -> new SheetReader(xml, strings, styles).read(listener));
  }

  /** Names of all its parts in their order, each once. */
  public Set<String> parts() {
    Set<String> names = new LinkedHashSet<>();
    zip.entries().asIterator().forEachRemaining(entry -> names.add(entry.getName()));
    return names;
  }

  /**
   * Copies a part byte for byte.
   *
   * @throws WorkbookRefused if it is not there, or cannot be unpacked
   */
  public void copy(String part, OutputStream out) throws IOException {
    ZipEntry entry = entry(part);
    long left = limit(entry);
    byte[] buffer = new byte[PIECE];
    try (InputStream in = zip.getInputStream(entry)) {
      int count;
      while ((count = in.read(buffer)) >= 0) {
        left -= count;
        if (left < 0) {
          throw new WorkbookRefused("workbook-too-large-unpacked", part);
        }
        out.write(buffer, 0, count);
      }
    } catch (ZipException | EOFException damaged) {
      throw new WorkbookRefused("workbook-damaged");
    }
  }

  private ZipEntry entry(String part) {
    ZipEntry entry = zip.getEntry(part);
    if (entry == null) {
      throw new WorkbookRefused("workbook-damaged");
    }
    return entry;
  }

  private long limit(ZipEntry entry) {
    long packed = Math.max(1, entry.getCompressedSize());
    return Math.min(limits.unpackedLimit(), Math.max(RATIO_FREE, packed * limits.ratioLimit()));
  }

  /**
   * Reads a part.
   *
   * @throws WorkbookRefused if it is not there, or cannot be read
   */
  public void parse(String part, PartReader reader) throws IOException {
    ZipEntry entry = entry(part);
    try (InputStream in = new BoundedInput(zip.getInputStream(entry), part, limit(entry))) {
      XMLStreamReader xml = factory().createXMLStreamReader(in);
      try {
        reader.read(xml);
      } finally {
        xml.close();
      }
    } catch (XMLStreamException | ZipException damaged) {
      if (damaged.getCause() instanceof WorkbookRefused refused) {
        throw refused;
      }
      if (damaged.getCause() instanceof IOException failure
          && !(failure instanceof ZipException || failure instanceof EOFException)) {
        throw failure;
      }
      throw new WorkbookRefused("workbook-damaged");
    } catch (UncheckedStreamException damaged) {
      // Text is read when it is asked for, where nothing else can be thrown.
      throw new WorkbookRefused("workbook-damaged");
    }
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = new InputFactoryImpl();
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
