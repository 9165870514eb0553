package org.govshare.lab.catalogue;

import java.util.List;

/** A synthetic resource, in the words of the national template. */
public record SyntheticResource(
    String categoryCode,
    String name,
    String departmentCode,
    String departmentName,
    String office,
    String function,
    String summary,
    String format,
    String formatType,
    String structure,
    List<String> keywords,
    String sharing,
    String sharingCondition,
    String legalBasis,
    String method,
    String open,
    String frequency,
    long rows,
    List<SyntheticItem> items) {

  /** The same without office and function, which its department would have to register first. */
  SyntheticResource unassigned() {
    return new SyntheticResource(
        categoryCode,
        name,
        departmentCode,
        departmentName,
        "",
        "",
        summary,
        format,
        formatType,
        structure,
        keywords,
        sharing,
        sharingCondition,
        legalBasis,
        method,
        open,
        frequency,
        rows,
        items);
  }
}
