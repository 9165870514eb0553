package org.govshare.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Request bodies for tests. */
public final class Bodies {

  /** The last day until which tests ask for data. */
  public static final LocalDate UNTIL = LocalDate.now().plusYears(5);

  /** A day until which a grant that ends then can be prolonged. */
  public static final LocalDate LATER = UNTIL.plusYears(2);

  private Bodies() {}

  public static String item(String name, String field) {
    return item(name, field, "UNCONDITIONAL");
  }

  public static String item(String name, String field, String sharing) {
    return """
    {"name":"%s","fieldName":"%s","dataType":"C","length":100,"sharingType":"%s",
     "sharingCondition":"按协议使用","legalBasis":"《个人信息保护法》","openType":"CLOSED"}
    """
        .formatted(name, field, sharing);
  }

  public static String resource(String name, String... items) {
    return resourceIn(name, "企业登记的基本情况", "010201", items);
  }

  public static String resourceIn(String name, String summary, String category, String... items) {
    return """
    {"name":"%s","abstract":"%s","categoryCode":"%s","format":"DATABASE",
     "dataStructure":"STRUCTURED","openType":"ON_REQUEST","updateFrequency":"DAILY",
     "sharingMethod":"DATABASE","sourceSchema":"public","sourceTable":"enterprise",
     "rowCount":100000,"items":[%s]}
    """
        .formatted(name, summary, category, String.join(",", items));
  }

  public static String request(String resourceId, List<String> itemIds) {
    return """
    {"resourceId":"%s","itemIds":[%s],"purpose":"多证合一","legalBasis":"国务院文件","scenario":"登记",
     "frequency":"DAILY","method":"DATABASE","validUntil":"%s"}
    """
        .formatted(
            resourceId,
            itemIds.stream().map(i -> '"' + i + '"').collect(Collectors.joining(",")),
            UNTIL);
  }
}
