package org.govshare.catalog.bulk.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.govshare.catalog.bulk.template.TemplateColumn;

/**
 * 关联资源代码: each must be that of a published resource or of one that comes by the same workbook,
 * before it or after it. So it is judged when all rows have been read.
 */
final class Relations {

  // What does not look like an identifier has its fault already.
  private static final Pattern IDENTIFIER = Pattern.compile("[0-9]{16}/[0-9]{5}");

  private final KnownCatalogue catalogue;
  private final Faults faults;
  private final Set<String> coming = new HashSet<>();
  private final List<Link> open = new ArrayList<>();

  Relations(KnownCatalogue catalogue, Faults faults) {
    this.catalogue = catalogue;
    this.faults = faults;
  }

  /** A code in a row, of the resource that begins in a row and has a code itself, or none. */
  private record Link(String code, int row, int resourceRow, String own) {}

  void add(ReadResource resource, RawResource raw, boolean good) {
    String own = resource.input().proposedIdentifier();
    if (good && own != null) {
      coming.add(own);
    }
    for (String code : resource.input().relatedResources()) {
      if (IDENTIFIER.matcher(code).matches() && !catalogue.isPublished(code)) {
        open.add(new Link(code, raw.rowOf(TemplateColumn.RELATED), raw.row(), own));
      }
    }
  }

  /** A resource with a fault does not come, so what is related to it has one too. */
  void end() {
    List<Link> broken;
    do {
      broken = open.stream().filter(link -> !coming.contains(link.code())).toList();
      for (Link link : broken) {
        coming.remove(link.own());
        faults.add(
            new Fault(
                link.row(),
                TemplateColumn.RELATED,
                "unknown-related",
                List.of(link.code()),
                link.code(),
                link.resourceRow()));
      }
      open.removeAll(new HashSet<>(broken));
    } while (!broken.isEmpty());
  }
}
