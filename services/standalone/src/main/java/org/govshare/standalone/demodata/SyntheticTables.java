package org.govshare.standalone.demodata;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** The tables of the departments that provide data. */
final class SyntheticTables {

  private static final String[] TRADES = {
    "科技", "商贸", "建筑", "食品", "物流", "文化", "农业", "医药", "环保", "机械"
  };
  private static final String[] SCOPES = {
    "技术开发", "技术咨询", "技术服务", "货物进出口", "农副产品销售", "建筑材料批发", "道路货物运输", "餐饮服务", "机械设备租赁", "园林绿化工程",
    "软件开发", "广告设计与制作", "日用百货零售", "环境保护监测"
  };

  private SyntheticTables() {}

  static List<SyntheticTable> all() {
    return List.of(
        new SyntheticTable("gs", "enterprise_registration", 100_000, SyntheticTables::enterprise),
        new SyntheticTable("bb", "institution", 3_000, SyntheticTables::institution),
        new SyntheticTable("mz", "social_organisation", 5_000, SyntheticTables::organisation),
        new SyntheticTable("mz", "marriage_registration", 20_000, SyntheticTables::marriage),
        new SyntheticTable("mz", "low_income_applicant", 5_000, SyntheticTables::applicant));
  }

  private static Object[] enterprise(int number, SplittableRandom random) {
    String[] region = Words.REGIONS[random.nextInt(Words.REGIONS.length)];
    LocalDate established = Words.day(random);
    boolean revoked = random.nextInt(40) == 0;
    String trade = Words.pick(random, TRADES);
    String awkward = number % 97 == 5 ? Words.AWKWARD[(number / 97) % Words.AWKWARD.length] : null;
    return new Object[] {
      CreditCode.of('9', '1', region[0], number),
      region[1] + "测试" + trade + number + "号有限公司" + (awkward == null ? "" : awkward),
      Words.pick(random, "1100", "1130", "1150", "1210", "2100", "4500"),
      Words.person("甲", number),
      random.nextInt(25) == 0 ? null : Words.amount(random, 500_000),
      random.nextInt(60) == 0 ? "USD" : "CNY",
      established,
      established,
      random.nextInt(3) == 0 ? null : established.plusYears(20),
      region[1] + "市场监督管理局（合成）",
      established.plusDays(random.nextInt(15)),
      revoked ? "3" : Words.pick(random, "1", "1", "1", "1", "2"),
      region[1] + "测试区合成路" + (1 + random.nextInt(2000)) + "号" + (awkward == null ? "" : awkward),
      scope(random) + (awkward == null ? "" : awkward),
      region[0],
      String.format(Locale.ROOT, "%c%02d", 'A' + random.nextInt(20), random.nextInt(97)),
      random.nextInt(10) == 0 ? null : random.nextInt(3000),
      random.nextInt(8) == 0 ? null : random.nextInt(20) == 0 ? "" : phone(random),
      random.nextInt(12) == 0
          ? null
          : region[0].substring(0, 2) + "0" + (100 + random.nextInt(900)),
      random.nextInt(9) == 0 ? null : 113.5 + random.nextDouble() * 6,
      random.nextInt(9) == 0 ? null : 36.0 + random.nextDouble() * 6,
      random.nextInt(4) != 0,
      revoked ? established.plusYears(3) : null,
      number % 11 == 0 ? Words.AWKWARD[(number / 11) % Words.AWKWARD.length] : null,
      true,
      Words.change(random)
    };
  }

  private static String scope(SplittableRandom random) {
    StringBuilder scope = new StringBuilder();
    int count = 2 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      scope.append(i == 0 ? "" : "；").append(Words.pick(random, SCOPES));
    }
    return scope.append("（依法须经批准的项目，经相关部门批准后方可开展经营活动）").toString();
  }

  /** The area code 0999 is assigned to no place. */
  private static String phone(SplittableRandom random) {
    return "0999-" + (1_000_000 + random.nextInt(9_000_000));
  }

  private static Object[] institution(int number, SplittableRandom random) {
    String[] region = Words.REGIONS[random.nextInt(Words.REGIONS.length)];
    LocalDate from = Words.day(random);
    return new Object[] {
      CreditCode.of('1', '2', region[0], number),
      region[1] + "测试" + Words.pick(random, "中学", "医院", "图书馆", "研究所", "服务中心") + number,
      Words.person("乙", number),
      region[1] + "测试局",
      Words.pick(random, "全额拨款", "差额拨款", "自收自支"),
      random.nextInt(10) == 0 ? null : Words.amount(random, 20_000),
      "提供公益服务（合成数据）",
      region[1] + "测试区合成街" + (1 + random.nextInt(500)) + "号",
      from,
      from.plusYears(5),
      Words.pick(random, "1", "1", "1", "2"),
      true,
      Words.change(random)
    };
  }

  private static Object[] organisation(int number, SplittableRandom random) {
    String[] region = Words.REGIONS[random.nextInt(Words.REGIONS.length)];
    int kind = random.nextInt(3);
    return new Object[] {
      CreditCode.of('5', (char) ('1' + kind), region[0], number),
      region[1] + "测试" + new String[] {"协会", "服务社", "基金会"}[kind] + number,
      new String[] {"社会团体", "民办非企业单位", "基金会"}[kind],
      Words.person("丙", number),
      random.nextInt(6) == 0 ? null : region[1] + "测试局",
      random.nextInt(10) == 0 ? null : Words.amount(random, 2_000),
      Words.day(random),
      region[1] + "测试区合成巷" + (1 + random.nextInt(300)) + "号",
      "公益服务；学术交流；行业自律（合成数据）",
      Words.pick(random, "1", "1", "1", "2"),
      true,
      Words.change(random)
    };
  }

  private static Object[] marriage(int number, SplittableRandom random) {
    LocalDate registered = Words.day(random);
    return new Object[] {
      "J139999-" + registered.getYear() + "-" + String.format(Locale.ROOT, "%06d", number),
      Words.person("丁", number),
      citizen(registered.minusYears(22 + random.nextInt(20)), random, 1),
      Words.person("戊", number),
      citizen(registered.minusYears(20 + random.nextInt(20)), random, 0),
      registered,
      Words.REGIONS[random.nextInt(Words.REGIONS.length)][1] + "婚姻登记处（合成）",
      random.nextInt(5) == 0 ? "2" : "1",
      true,
      Words.change(random)
    };
  }

  private static Object[] applicant(int number, SplittableRandom random) {
    String[] region = Words.REGIONS[random.nextInt(Words.REGIONS.length)];
    LocalDate applied = LocalDate.of(2020, 1, 1).plusDays(random.nextInt(2300));
    return new Object[] {
      "D" + applied.getYear() + String.format(Locale.ROOT, "%08d", number),
      Words.person("己", number),
      citizen(applied.minusYears(20 + random.nextInt(60)), random, random.nextInt(2)),
      1 + random.nextInt(6),
      Words.amount(random, 3_000),
      region[0],
      region[1] + "测试区合成村" + (1 + random.nextInt(90)) + "组",
      applied,
      random.nextInt(5) == 0 ? null : Words.pick(random, "1", "2"),
      true,
      Words.change(random)
    };
  }

  private static String citizen(LocalDate birth, SplittableRandom random, int parity) {
    return CitizenNumber.of(birth, random.nextInt(499) * 2 + parity);
  }
}
