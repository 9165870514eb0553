package org.govshare.catalog.bulk.template;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.govshare.catalog.resource.DataStructure;
import org.govshare.catalog.resource.DataType;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.ResourceFormat;
import org.govshare.catalog.resource.SharingMethod;
import org.govshare.catalog.resource.SharingType;
import org.govshare.catalog.resource.UpdateFrequency;
import org.govshare.catalog.search.SearchText;

/**
 * The words that the cells of a column may hold.
 *
 * @param <E> what they stand for
 */
public final class Words<E extends Enum<E>> {

  /** 信息资源格式类别. */
  public static final Words<ResourceFormat> FORMAT =
      new Words<ResourceFormat>()
          .word(ResourceFormat.ELECTRONIC_FILE, "电子文件", "文件", "1")
          .word(ResourceFormat.SPREADSHEET, "电子表格", "表格", "2")
          .word(ResourceFormat.DATABASE, "数据库", "数据库类", "3")
          .word(ResourceFormat.IMAGE, "图形图像", "图像", "图形图像类", "4")
          .word(ResourceFormat.STREAMING_MEDIA, "流媒体", "流媒体类", "5")
          .word(ResourceFormat.SELF_DESCRIBING, "自描述格式", "自描述", "6")
          .word(ResourceFormat.SERVICE_INTERFACE, "服务接口", "接口", "7");

  /** 数据结构. */
  public static final Words<DataStructure> STRUCTURE =
      new Words<DataStructure>()
          .word(DataStructure.STRUCTURED, "结构化", "结构化数据")
          .word(DataStructure.SEMI_STRUCTURED, "半结构化", "半结构化数据")
          .word(DataStructure.UNSTRUCTURED, "非结构化", "非结构化数据");

  /** 数据类型. */
  public static final Words<DataType> DATA_TYPE =
      new Words<DataType>()
          .word(DataType.C, "字符型C", "字符型", "C", "字符串型C", "字符串", "文本")
          .word(DataType.N, "数值型N", "数值型", "N", "数值", "数字")
          .word(DataType.Y, "货币型Y", "货币型", "Y", "货币")
          .word(DataType.D, "日期型D", "日期型", "D", "日期")
          .word(DataType.T, "日期时间型T", "日期时间型", "T", "日期时间")
          .word(DataType.L, "逻辑型L", "逻辑型", "L", "逻辑", "布尔型")
          .word(DataType.M, "备注型M", "备注型", "M", "备注")
          .word(DataType.G, "通用型G", "通用型", "G", "通用")
          .word(DataType.B, "双精度型B", "双精度型", "B", "双精度")
          .word(DataType.I, "整型I", "整型", "I", "整数型", "整数")
          .word(DataType.F, "浮点型F", "浮点型", "F", "浮点");

  /** 共享类型. */
  public static final Words<SharingType> SHARING_TYPE =
      new Words<SharingType>()
          .word(SharingType.UNCONDITIONAL, "无条件共享", "无条件", "1")
          .word(SharingType.CONDITIONAL, "有条件共享", "有条件", "授权共享", "2")
          .word(SharingType.NOT_SHARED, "不予共享", "不共享", "3");

  /** 共享方式. */
  public static final Words<SharingMethod> SHARING_METHOD =
      new Words<SharingMethod>()
          .word(SharingMethod.DATABASE, "数据库", "共享平台方式数据库", "共享平台数据库", "库表", "数据库方式")
          .word(SharingMethod.FILE, "文件", "共享平台方式文件", "共享平台文件", "文件下载", "文件方式")
          .word(SharingMethod.API, "接口", "共享平台方式接口", "共享平台接口", "服务接口", "接口方式")
          .word(SharingMethod.MESSAGE, "消息", "共享平台方式消息", "共享平台消息", "消息方式")
          .word(SharingMethod.MEDIA, "介质交换", "邮件", "拷盘", "邮件拷盘介质交换", "拷盘介质交换", "邮件方式");

  /** 是否向社会开放. */
  public static final Words<OpenType> OPEN_TYPE =
      new Words<OpenType>()
          .word(OpenType.OPEN, "主动开放", "是", "开放", "无条件开放", "1")
          .word(OpenType.ON_REQUEST, "依申请公开", "依申请开放", "依申请", "有条件开放")
          .word(OpenType.CLOSED, "不予开放", "否", "不开放", "0");

  /** 更新周期. */
  public static final Words<UpdateFrequency> UPDATE_FREQUENCY =
      new Words<UpdateFrequency>()
          .word(UpdateFrequency.REALTIME, "实时", "实时更新")
          .word(UpdateFrequency.DAILY, "每日", "每天", "日")
          .word(UpdateFrequency.WEEKLY, "每周", "周")
          .word(UpdateFrequency.TEN_DAYS, "每旬", "旬")
          .word(UpdateFrequency.MONTHLY, "每月", "月")
          .word(UpdateFrequency.QUARTERLY, "每季度", "每季", "季度")
          .word(UpdateFrequency.YEARLY, "每年", "年", "每年度")
          .word(UpdateFrequency.IRREGULAR, "不定期", "其他");

  private final Map<E, String> labels = new LinkedHashMap<>();
  private final Map<String, E> values = new HashMap<>();

  private Words() {}

  private Words<E> word(E value, String label, String... others) {
    labels.put(value, label);
    // As the template writes it, too: that is what most cells hold, and folding is dear.
    values.put(label, value);
    values.put(SearchText.folded(label), value);
    values.put(SearchText.folded(value.name()), value);
    for (String other : others) {
      values.put(SearchText.folded(other), value);
    }
    return this;
  }

  /** What a cell stands for, empty if the word is not known. */
  public Optional<E> value(String cell) {
    E exact = values.get(cell);
    return exact != null ? Optional.of(exact) : Optional.ofNullable(lenient(cell));
  }

  private E lenient(String cell) {
    String folded = SearchText.folded(cell);
    E value = values.get(folded);
    if (value != null) {
      return value;
    }
    // Lists are often numbered: 1.电子文件, 01 电子文件.
    int start = 0;
    while (start < folded.length() && Character.isDigit(folded.charAt(start))) {
      start++;
    }
    return values.get(folded.substring(start));
  }

  /** The word that the template offers for a value. */
  public String label(E value) {
    return labels.get(value);
  }

  /** All words that the template offers. */
  public List<String> labels() {
    return List.copyOf(labels.values());
  }

  /** The word for a value of any of these lists, its own text for anything else. */
  public static String of(Object value) {
    if (value instanceof ResourceFormat format) {
      return FORMAT.label(format);
    } else if (value instanceof DataStructure structure) {
      return STRUCTURE.label(structure);
    } else if (value instanceof DataType type) {
      return DATA_TYPE.label(type);
    } else if (value instanceof SharingType type) {
      return SHARING_TYPE.label(type);
    } else if (value instanceof SharingMethod method) {
      return SHARING_METHOD.label(method);
    } else if (value instanceof OpenType type) {
      return OPEN_TYPE.label(type);
    } else if (value instanceof UpdateFrequency frequency) {
      return UPDATE_FREQUENCY.label(frequency);
    }
    return String.valueOf(value);
  }
}
