package org.govshare.catalog.proposal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.govshare.catalog.library.element.ElementMatcher;
import org.govshare.catalog.library.element.ElementSuggestion;
import org.govshare.catalog.proposal.schema.SourceColumn;
import org.govshare.catalog.proposal.schema.SourceTable;
import org.govshare.catalog.resource.DataType;
import org.govshare.catalog.resource.SharingType;

/** Makes of a table what its entry in the catalogue may look like. Pure. */
final class Proposer {

  private static final int NAME_LIMIT = 100;
  private static final int TABLE_NAME_LIMIT = 200;
  private static final int DESCRIPTION_LIMIT = 1_000;

  /** Where the name in a comment ends and its explanation begins. */
  private static final Pattern EXPLANATION =
      Pattern.compile("[\\s(（:：,，;；。【\\[].*", Pattern.DOTALL);

  private static final Pattern TECHNICAL_NAME =
      Pattern.compile(
          "(gmt_)?(create|created|update|updated|modify|modified|insert|last_update|last_modified)"
              + "(_?(time|at|date|by|user|dt|ts|d|on|id|name))?"
              + "|(is_?)?(del|deleted|delete)(_?(flag|mark|status|at))?|version|revision|opt_?lock"
              + "|row_?(id|version|num)|tenant_?id|etl_.*|batch_?id|sync_.*|md5|hash|checksum|seq_?no"
              + "|sort_?(no|order)?|order_?num|gmt_(create|modified)");
  private static final Pattern TECHNICAL_COMMENT =
      Pattern.compile(
          "(记录|数据)?(创建|更新|修改|插入|入库|删除|最后修改|最后更新)(时间|日期|人|人员|者|用户|标志|标识|状态)(戳)?"
              + "|(逻辑)?删除(标志|标识|标记)?|是否(已)?删除|乐观锁|版本号|数据版本|时间戳|租户.{0,4}|批次号|排序号?"
              + "|(自增)?主键(ID|编号)?|自增(ID|编号)|物理主键|代理主键");
  private static final Pattern BINARY = Pattern.compile("blob|bytea|binary|image|raw|bit");
  private static final Pattern SURROGATE_KEY = Pattern.compile("id|uuid|guid|pk|oid|sid|xlh");

  private static final Map<ColumnHint, Pattern> SENSITIVE =
      Map.of(
          ColumnHint.IDENTITY_NUMBER,
          Pattern.compile(
              "身份证|公民身份号码|居民身份号码|(?<![a-z])(id_?card|identity_?(no|number|card)|sfzh?(hm)?"
                  + "|gmsfhm|card_?id|zjhm|cert(ificate)?_?(no|num|number))(?![a-z])"),
          ColumnHint.PHONE,
          Pattern.compile(
              "手机|电话|联系方式|(?<![a-z])(mobile|phone|tel|telephone|cell)(_?(no|num|number))?(?![a-z])"
                  + "|(?<![a-z])(sjh|lxdh|dhhm|sjhm)(?![a-z])"),
          ColumnHint.BANK_ACCOUNT,
          Pattern.compile(
              "银行(账|帐|卡)号?|开户(账|帐)号|(账|帐)户号码|(?<![a-z])(bank_?(account|card|no)(_?(no|num))?"
                  + "|account_?(no|num|number)|yhzh|yhkh)(?![a-z])"));

  private static final Map<ColumnHint, String> CONDITIONS =
      Map.of(
          ColumnHint.IDENTITY_NUMBER, "含公民身份号码,仅限履行法定职责并约定用途后共享",
          ColumnHint.PHONE, "含电话号码,仅限履行法定职责并约定用途后共享",
          ColumnHint.BANK_ACCOUNT, "含银行账号,仅限履行法定职责并约定用途后共享");

  private final ElementMatcher elements;

  Proposer(ElementMatcher elements) {
    this.elements = elements;
  }

  /** What a table may be called in the catalogue. */
  static String name(SourceTable table) {
    String comment = comment(table.comment());
    String name = comment.isEmpty() ? table.name() : EXPLANATION.matcher(comment).replaceFirst("");
    name = name.isEmpty() ? comment : name;
    String bare =
        name.length() > 2 && name.endsWith("表") ? name.substring(0, name.length() - 1) : name;
    return cut(bare, TABLE_NAME_LIMIT);
  }

  /** What may be said about it. */
  static String summary(SourceTable table) {
    String comment = comment(table.comment());
    String place = table.schema() == null ? table.name() : table.schema() + "." + table.name();
    return cut((comment.isEmpty() ? "" : comment + "。") + "来源于数据表 " + place + "。", 2_000);
  }

  /** An item for each column. */
  List<ProposedItem> items(SourceTable table) {
    List<ProposedItem> items = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (SourceColumn column : table.columns()) {
      items.add(item(column, names));
    }
    return items;
  }

  private ProposedItem item(SourceColumn column, Set<String> names) {
    String comment = comment(column.comment());
    ColumnType type = ColumnType.of(column.type());
    List<ColumnHint> hints = hints(column, comment, type);
    String name = itemName(column, comment, names);
    Optional<ElementSuggestion> element = elements.exact(name);
    Optional<ColumnHint> sensitive = hints.stream().filter(CONDITIONS::containsKey).findFirst();
    return new ProposedItem(
        name,
        column.name(),
        column.type(),
        type.dataType(),
        type.length(),
        sensitive.isPresent() ? SharingType.CONDITIONAL : SharingType.UNCONDITIONAL,
        sensitive.map(CONDITIONS::get).orElse(null),
        comment.isEmpty() || comment.equals(name) ? null : cut(comment, DESCRIPTION_LIMIT),
        element.map(ElementSuggestion::id).orElse(null),
        element.map(ElementSuggestion::name).orElse(null),
        !hints.contains(ColumnHint.TECHNICAL),
        hints);
  }

  private static List<ColumnHint> hints(SourceColumn column, String comment, ColumnType type) {
    List<ColumnHint> hints = new ArrayList<>();
    String name = column.name().toLowerCase(Locale.ROOT);
    String said = EXPLANATION.matcher(comment).replaceFirst("");
    boolean surrogate =
        column.key() && SURROGATE_KEY.matcher(name).matches() && !said.contains("号码");
    if (surrogate
        || TECHNICAL_NAME.matcher(name).matches()
        || TECHNICAL_COMMENT.matcher(said).matches()) {
      hints.add(ColumnHint.TECHNICAL);
    }
    String both = name + " " + comment.toLowerCase(Locale.ROOT);
    for (ColumnHint hint :
        List.of(ColumnHint.IDENTITY_NUMBER, ColumnHint.PHONE, ColumnHint.BANK_ACCOUNT)) {
      if (SENSITIVE.get(hint).matcher(both).find()) {
        hints.add(hint);
      }
    }
    if (type.dataType() == DataType.G && type.length() == null && !isBinary(column.type())) {
      hints.add(ColumnHint.UNKNOWN_TYPE);
    }
    if (comment.isEmpty()) {
      hints.add(ColumnHint.WITHOUT_COMMENT);
    }
    return hints;
  }

  private static boolean isBinary(String type) {
    return BINARY.matcher(type).find();
  }

  /** The name in a column's comment, or the column's own; once within its table. */
  private static String itemName(SourceColumn column, String comment, Set<String> names) {
    String said = EXPLANATION.matcher(comment).replaceFirst("");
    String name = cut(said.isEmpty() ? column.name() : said, NAME_LIMIT);
    if (!names.add(name)) {
      String suffix = "(" + column.name() + ")";
      name = cut(name, Math.max(1, NAME_LIMIT - suffix.length())) + cut(suffix, NAME_LIMIT - 1);
      names.add(name);
    }
    return name;
  }

  /** A comment without control characters and space around it. */
  private static String comment(String text) {
    return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
  }

  private static String cut(String text, int limit) {
    return text.codePointCount(0, text.length()) <= limit
        ? text
        : text.substring(0, text.offsetByCodePoints(0, limit));
  }
}
