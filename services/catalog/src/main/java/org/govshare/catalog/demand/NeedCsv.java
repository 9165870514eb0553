package org.govshare.catalog.demand;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.govshare.catalog.calendar.WorkingDays;
import org.govshare.catalog.department.DepartmentView;

/** Writes the 信息需求目录 as a table (RFC 4180, UTF-8 with a byte order mark, as offices open it). */
final class NeedCsv {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(WorkingDays.ZONE);

  private static final Map<String, String> STATES =
      Map.ofEntries(
          Map.entry("SUBMITTED", "已提交"),
          Map.entry("ASSIGNED", "待答复"),
          Map.entry("PLANNED", "计划提供"),
          Map.entry("FULFILLED", "已发布"),
          Map.entry("DECLINED", "无法提供"),
          Map.entry("REFUSED", "已拒绝"),
          Map.entry("WITHDRAWN", "已撤回"),
          Map.entry("COMPLIANCE_PASSED", "待提供方审批"),
          Map.entry("RETURNED", "已退回"),
          Map.entry("GRANTED", "已授权"),
          Map.entry("PARTIALLY_GRANTED", "部分授权"),
          Map.entry("OBJECTED", "异议中"),
          Map.entry("EXPIRED", "已过期"),
          Map.entry("LAPSED", "已失效"));

  private NeedCsv() {}

  static String of(List<NeedView> needs) {
    return Stream.concat(
            Stream.of(line("类型", "需求部门", "提供部门", "名称", "信息项", "用途", "依据", "更新周期", "状态", "提出日期")),
            needs.stream().map(NeedCsv::line))
        .collect(Collectors.joining("", "\uFEFF", ""));
  }

  private static String line(NeedView need) {
    return line(
        need.kind() == NeedView.Kind.DEMAND ? "需求" : "申请",
        name(need.department()),
        name(need.provider()),
        need.name(),
        need.items(),
        need.purpose(),
        need.legalBasis(),
        need.frequency() == null ? null : label(need),
        STATES.getOrDefault(need.state(), need.state()),
        DAY.format(need.createdAt()));
  }

  private static String label(NeedView need) {
    return switch (need.frequency()) {
      case REALTIME -> "实时";
      case DAILY -> "每日";
      case WEEKLY -> "每周";
      case TEN_DAYS -> "每旬";
      case MONTHLY -> "每月";
      case QUARTERLY -> "每季度";
      case YEARLY -> "每年";
      case IRREGULAR -> "不定期";
    };
  }

  private static String name(DepartmentView department) {
    return department == null ? null : department.name();
  }

  private static String line(String... cells) {
    return Stream.of(cells).map(NeedCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  /** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
  private static String cell(String text) {
    if (text == null) {
      return "";
    }
    boolean formula = !text.isEmpty() && "=+-@\t\r\n".indexOf(text.charAt(0)) >= 0;
    return '"' + (formula ? "'" : "") + text.replace("\"", "\"\"") + '"';
  }
}
