package org.govshare.standalone.provision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of a demo department, as its catalogue entry describes it.
 *
 * @param department code of the department whose editor and reviewer compile it
 * @param name 信息资源名称
 * @param summary 信息资源摘要
 * @param category code of the category
 * @param sharing 共享类型 of the resource and all its items
 * @param open 开放类型
 * @param table table in schema {@code public}
 * @param rows rows in it
 * @param items the described columns, each as {@code name|column|type} or {@code
 *     name|column|type|length}
 */
public record DemoResource(
    String department,
    String name,
    String summary,
    String category,
    String sharing,
    String open,
    String table,
    int rows,
    List<String> items) {

  private static final List<String> ENTERPRISE_ITEMS =
      List.of(
          "统一社会信用代码|uniscid|C|18",
          "企业名称|enterprise_name|C|200",
          "企业类型|enterprise_type|C|4",
          "法定代表人|legal_representative|C|100",
          "注册资本|registered_capital|Y|18",
          "注册资本币种|capital_currency|C|3",
          "成立日期|established_on|D",
          "营业期限自|business_from|D",
          "营业期限至|business_to|D",
          "登记机关|registration_authority|C|100",
          "核准日期|approved_on|D",
          "登记状态|registration_status|C|1",
          "住所|address|C|500",
          "经营范围|business_scope|M",
          "行政区划代码|region_code|C|6",
          "行业代码|industry_code|C|5",
          "从业人数|employees|I",
          "联系电话|phone|C|20",
          "邮政编码|postcode|C|6",
          "经度|longitude|B",
          "纬度|latitude|B",
          "是否小微企业|small_micro|L",
          "吊销日期|revoked_on|D",
          "备注|remark|M",
          "更新时间|updated_at|T");

  private static final DemoResource ENTERPRISES =
      new DemoResource(
          "gs",
          "企业登记信息",
          "全省企业法人登记的基本信息，演示用合成数据。",
          "010201",
          "CONDITIONAL",
          "ON_REQUEST",
          "enterprise_registration",
          100_000,
          ENTERPRISE_ITEMS);

  public DemoResource {
    items = List.copyOf(items);
  }

  /** The enterprise registrations of 省工商局. */
  public static DemoResource enterprises() {
    return ENTERPRISES;
  }

  /** The same resource under another name. */
  public DemoResource named(String otherName) {
    return new DemoResource(
        department, otherName, summary, category, sharing, open, table, rows, items);
  }

  /** What the catalogue holds from the start. */
  static List<DemoResource> all() {
    return List.of(
        ENTERPRISES,
        new DemoResource(
            "mz",
            "社会组织登记信息",
            "社会团体、民办非企业单位和基金会的登记信息，演示用合成数据。",
            "010202",
            "UNCONDITIONAL",
            "OPEN",
            "social_organisation",
            5_000,
            List.of(
                "统一社会信用代码|uniscid|C|18",
                "社会组织名称|organisation_name|C|200",
                "社会组织类型|organisation_type|C|20",
                "法定代表人|legal_representative|C|100",
                "业务主管单位|supervisor|C|200",
                "注册资金|registered_capital|Y|18",
                "成立登记日期|established_on|D",
                "住所|address|C|500",
                "业务范围|business_scope|M",
                "登记状态|status|C|1",
                "更新时间|updated_at|T")),
        new DemoResource(
            "mz",
            "婚姻登记信息",
            "婚姻登记机关办理的结婚和离婚登记，演示用合成数据。",
            "010100",
            "CONDITIONAL",
            "CLOSED",
            "marriage_registration",
            20_000,
            List.of(
                "证件字号|certificate_no|C|24",
                "男方姓名|husband_name|C|100",
                "男方公民身份号码|husband_id|C|18",
                "女方姓名|wife_name|C|100",
                "女方公民身份号码|wife_id|C|18",
                "登记日期|registered_on|D",
                "登记机关|registry_office|C|200",
                "业务类型|kind|C|1",
                "更新时间|updated_at|T")),
        new DemoResource(
            "mz",
            "低保申请人信息",
            "申请最低生活保障的家庭和个人，演示用合成数据。",
            "020300",
            "CONDITIONAL",
            "CLOSED",
            "low_income_applicant",
            5_000,
            List.of(
                "申请编号|application_no|C|20",
                "申请人姓名|applicant_name|C|100",
                "申请人公民身份号码|applicant_id|C|18",
                "家庭人口数|household_size|I",
                "家庭月收入|monthly_income|Y|18",
                "行政区划代码|region_code|C|6",
                "家庭住址|address|C|500",
                "申请日期|applied_on|D",
                "审核结果|result|C|1",
                "更新时间|updated_at|T")));
  }

  /** The entry as its editor sends it to the catalogue. */
  public Map<String, Object> body() {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("abstract", summary);
    body.put("categoryCode", category);
    body.put("format", "DATABASE");
    body.put("dataStructure", "STRUCTURED");
    body.put("sharingType", sharing);
    body.put("openType", open);
    body.put("updateFrequency", "DAILY");
    body.put("sharingMethod", "DATABASE");
    body.put("sourceSchema", "public");
    body.put("sourceTable", table);
    body.put("rowCount", rows);
    List<Map<String, Object>> described = new ArrayList<>();
    items.forEach(item -> described.add(item(item)));
    body.put("items", described);
    return body;
  }

  private Map<String, Object> item(String text) {
    String[] parts = text.split("\\|");
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("name", parts[0]);
    item.put("fieldName", parts[1]);
    item.put("dataType", parts[2]);
    if (parts.length > 3) {
      item.put("length", Integer.valueOf(parts[3]));
    }
    item.put("sharingType", sharing);
    if ("CONDITIONAL".equals(sharing)) {
      item.put("sharingCondition", "依法履行职责需要，经提供部门审核同意");
    }
    item.put("openType", open);
    return item;
  }
}
