package org.govshare.catalog.bulk.template;

import static org.govshare.catalog.bulk.template.ColumnGroup.INHERITED;
import static org.govshare.catalog.bulk.template.ColumnGroup.ITEM;
import static org.govshare.catalog.bulk.template.ColumnGroup.RESOURCE;

import java.util.List;

/** The columns of the template in their order. */
public enum TemplateColumn {
  /** Code, name or path of the category. */
  CATEGORY("信息资源分类", RESOURCE, true, 200, "categoryCode", "资源分类", "分类", "信息资源分类代码", "所属目录"),
  /** What the resource is called. */
  NAME("信息资源名称", RESOURCE, true, 200, "name", "资源名称", "目录名称", "信息资源目录名称"),
  /** Identifier; empty if it is still to be allotted. */
  CODE("信息资源代码", RESOURCE, false, 64, "proposedIdentifier", "资源代码", "目录代码", "信息资源标识符"),
  /** Name of the department. */
  PROVIDER("信息资源提供方", RESOURCE, true, 100, "department", "提供方", "提供部门", "资源提供方", "资源提供单位"),
  /** Code of the department. */
  PROVIDER_CODE("资源提供方代码", RESOURCE, false, 64, "departmentCode", "提供方代码", "部门代码", "信息资源提供方代码"),
  /** What the resource is about. */
  SUMMARY("信息资源摘要", RESOURCE, true, 2_000, "abstract", "摘要", "资源摘要", "内容摘要"),
  /** One of the seven categories of formats. */
  FORMAT("信息资源格式类别", RESOURCE, true, 50, "format", "格式类别", "信息资源格式分类", "资源格式", "格式分类", "资源格式分类"),
  /** The concrete format. */
  FORMAT_TYPE("信息资源格式类型", RESOURCE, false, 50, "formatType", "格式类型", "资源格式类型"),
  /** Structured, half or not; by the format if empty. */
  STRUCTURE("数据结构", RESOURCE, false, 50, "dataStructure", "数据结构类型", "结构类型"),
  /** Words it should be found by. */
  KEYWORDS("关键字", RESOURCE, false, 1_000, "keywords", "关键词", "标签"),
  /** Schema and table that the data lies in. */
  SOURCE_TABLE("来源数据表", RESOURCE, false, 127, "sourceTable", "库表名", "数据表", "表名"),
  /** What the item is called. */
  ITEM_NAME("信息项名称", ITEM, true, 100, "name", "数据项名称", "数据项", "信息项"),
  /** Column the item lies in. */
  FIELD_NAME("字段名", ITEM, false, 63, "fieldName", "字段名称", "英文字段名", "字段英文名"),
  /** One of the eleven kinds. */
  DATA_TYPE("数据类型", ITEM, true, 50, "dataType", "信息项数据类型", "数据项类型", "类型"),
  /** In characters or digits. */
  LENGTH("数据长度", ITEM, false, 50, "length", "长度", "信息项长度", "数据项长度"),
  /** What the item means. */
  DESCRIPTION("信息项说明", ITEM, false, 1_000, "description", "数据项说明", "字段说明"),
  /** With condition, without, or not at all. */
  SHARING_TYPE("共享类型", ITEM, true, 50, "sharingType", "共享属性", "共享属性类型"),
  /** Needed for conditional sharing. */
  SHARING_CONDITION("共享条件", ITEM, false, 1_000, "sharingCondition", "有条件共享条件"),
  /** Needed for what is not shared. */
  LEGAL_BASIS("不予共享依据", ITEM, false, 1_000, "legalBasis", "不予共享的依据", "不予共享法律依据", "不予共享理由"),
  /** How it is handed over. */
  SHARING_METHOD("共享方式", INHERITED, true, 50, "sharingMethod", "共享方式类型", "共享方式分类"),
  /** Whether it is open to the public. */
  OPEN_TYPE("是否向社会开放", INHERITED, true, 50, "openType", "是否开放", "开放类型", "开放属性", "是否向社会开放类型"),
  /** On what condition. */
  OPEN_CONDITION("开放条件", ITEM, false, 1_000, "openCondition"),
  /** How often it is brought up to date. */
  UPDATE_FREQUENCY("更新周期", INHERITED, true, 50, "updateFrequency", "更新频率", "更新频度"),
  /** When it was published; kept when an approved catalogue is taken over. */
  RELEASED("发布日期", RESOURCE, false, 50, "publishedOn", "发布时间"),
  /** Identifiers of related resources. */
  RELATED("关联资源代码", RESOURCE, false, 2_000, "relatedResources", "关联信息资源代码", "关联资源"),
  /** Only what is not classified enters. */
  CLASSIFICATION("密级", RESOURCE, false, 50, "classification", "涉密等级", "保密级别", "涉密级别"),
  /** 数据存储总量. */
  STORAGE("数据存储总量(G)", RESOURCE, false, 50, "census.storageGb", "数据存储总量"),
  /** 结构化记录总数. */
  ROWS("结构化记录总数", RESOURCE, false, 50, "rowCount", "结构化信息记录总数", "记录总数"),
  /** 已共享数据存储量. */
  SHARED_STORAGE(
      "已共享数据存储量(G)", RESOURCE, false, 50, "census.sharedStorageGb", "已共享的数据存储量", "已共享数据存储量"),
  /** 已共享结构化记录数. */
  SHARED_ROWS("已共享结构化记录数", RESOURCE, false, 50, "census.sharedRows", "已共享的结构化记录数"),
  /** 已开放数据存储量. */
  OPEN_STORAGE("已开放数据存储量(G)", RESOURCE, false, 50, "census.openStorageGb", "已开放的数据存储量", "已开放数据存储量"),
  /** 已开放结构化记录数. */
  OPEN_ROWS("已开放结构化记录数", RESOURCE, false, 50, "census.openRows", "已开放的结构化记录数"),
  /** Office of the department that keeps the resource; a column of the platform's own. */
  OFFICE("责任处室", RESOURCE, false, 100, "officeId", "处室", "所属处室", "负责处室"),
  /** Business function that the resource comes from; a column of the platform's own. */
  FUNCTION("业务职责", RESOURCE, false, 200, "functionId", "职责", "所属业务职责", "来源职责");

  private final String header;
  private final ColumnGroup group;
  private final boolean required;
  private final int limit;
  private final String field;
  private final List<String> synonyms;

  TemplateColumn(
      String header,
      ColumnGroup group,
      boolean required,
      int limit,
      String field,
      String... synonyms) {
    this.header = header;
    this.group = group;
    this.required = required;
    this.limit = limit;
    this.field = field;
    this.synonyms = List.of(synonyms);
  }

  /** What stands above the column. */
  public String header() {
    return header;
  }

  /** What it speaks of. */
  public ColumnGroup group() {
    return group;
  }

  /** Whether a workbook must have the column. */
  public boolean required() {
    return required;
  }

  /** Longest text of a cell, in characters. */
  public int limit() {
    return limit;
  }

  /** Name of the field in the interface, of the resource or of an item. */
  public String field() {
    return field;
  }

  /** Other words that are seen above it. */
  public List<String> synonyms() {
    return synonyms;
  }
}
