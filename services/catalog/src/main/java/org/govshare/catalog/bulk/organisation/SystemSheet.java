package org.govshare.catalog.bulk.organisation;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.govshare.catalog.organisation.EntryService;
import org.govshare.catalog.organisation.office.OfficeService;
import org.govshare.catalog.organisation.system.PlatformConnection;
import org.govshare.catalog.organisation.system.SystemInput;
import org.govshare.catalog.organisation.system.SystemNetwork;
import org.govshare.catalog.organisation.system.SystemService;
import org.govshare.catalog.organisation.system.SystemState;
import org.govshare.catalog.organisation.system.UsageFrequency;

/** 信息系统. */
@Singleton
class SystemSheet extends EntrySheet<SystemInput> {

  private static final SheetWords FREQUENCIES =
      SheetWords.of(
          "每日", UsageFrequency.DAILY,
          "每周", UsageFrequency.WEEKLY,
          "每月", UsageFrequency.MONTHLY,
          "每年", UsageFrequency.YEARLY,
          "偶尔", UsageFrequency.RARELY,
          "不再使用", UsageFrequency.NONE);

  private static final SheetWords NETWORKS =
      SheetWords.of(
          "政务外网", SystemNetwork.GOVERNMENT_EXTRANET,
          "业务专网", SystemNetwork.DEDICATED,
          "互联网", SystemNetwork.INTERNET,
          "局域网", SystemNetwork.LOCAL,
          "单机", SystemNetwork.STANDALONE);

  private static final SheetWords STATES =
      SheetWords.of(
          "在用", SystemState.RUNNING,
          "在建", SystemState.PLANNED,
          "停用", SystemState.SUSPENDED,
          "已下线", SystemState.RETIRED);

  private static final SheetWords CONNECTIONS =
      SheetWords.of(
          "未接入", PlatformConnection.NONE,
          "计划接入", PlatformConnection.PLANNED,
          "已接入", PlatformConnection.CONNECTED);

  private final SystemService systems;
  private final OfficeService offices;

  SystemSheet(SystemService systems, OfficeService offices) {
    super(
        "systems",
        "信息系统",
        List.of(
            SheetColumn.required("name", "系统名称", "企业登记管理系统"),
            SheetColumn.required("purpose", "建设目的", "办理企业登记"),
            SheetColumn.of("scope", "使用范围", "全省各级登记机关"),
            SheetColumn.words("usageFrequency", "使用频度", true, FREQUENCIES),
            SheetColumn.of("approvingBody", "审批部门", "省发展改革委"),
            SheetColumn.of("approvedOn", "审批日期", "2012-03-01"),
            SheetColumn.of("fundingSource", "资金来源", "省级财政"),
            SheetColumn.words("network", "部署网络", true, NETWORKS),
            SheetColumn.words("state", "系统状态", true, STATES),
            SheetColumn.of("lastUsedOn", "最后使用日期", "2026-05-31"),
            SheetColumn.of("lastSeenOn", "最后巡检日期", "2026-06-30"),
            SheetColumn.of("userCount", "用户数", "300"),
            SheetColumn.of("officeId", "主管处室", "企业注册处"),
            SheetColumn.words("connection", "接入共享平台", false, CONNECTIONS),
            SheetColumn.of("connectionDetail", "接入说明", "计划 2027 年上半年接入")));
    this.systems = systems;
    this.offices = offices;
  }

  @Override
  EntryService<?, SystemInput, ?> entries() {
    return systems;
  }

  @Override
  Uni<Map<String, UUID>> references(String department) {
    return offices.idsByName(department);
  }

  @Override
  SystemInput input(String department, LineReader line, Map<String, UUID> offices) {
    return new SystemInput(
        department,
        line.text("name"),
        line.text("purpose"),
        line.text("scope"),
        line.word("usageFrequency", UsageFrequency.class),
        line.text("approvingBody"),
        line.day("approvedOn"),
        line.text("fundingSource"),
        line.word("network", SystemNetwork.class),
        line.word("state", SystemState.class),
        line.day("lastUsedOn"),
        line.day("lastSeenOn"),
        line.whole("userCount"),
        line.named("officeId", offices),
        line.word("connection", PlatformConnection.class),
        line.text("connectionDetail"));
  }
}
