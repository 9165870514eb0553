package org.govshare.standalone.demodata;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.SplittableRandom;

/** Values that the synthetic tables share: regions, dates, and texts that are hard to carry. */
final class Words {

  static final String[][] REGIONS = {
    {"130100", "石家庄市"}, {"130200", "唐山市"}, {"130300", "秦皇岛市"}, {"130400", "邯郸市"},
    {"130500", "邢台市"}, {"130600", "保定市"}, {"130700", "张家口市"}, {"130800", "承德市"},
    {"130900", "沧州市"}, {"131000", "廊坊市"}, {"131100", "衡水市"}
  };

  /** What goes wrong where text is taken apart carelessly. */
  static final String[] AWKWARD = {
    "制表\t符",
    "换\n行",
    "回车\r\n换行",
    "反斜杠\\与\\N和\\.",
    "引号'单'与\"双\"",
    "罕用字𠮷𠀀",
    "表情😀👨‍👩‍👧",
    "组合e\u0301a\u0308",
    "全角ＡＢＣ１２３",
    "零宽\u200B空格\u3000末尾 ",
    "逗号,分号;竖线|",
    "",
    "右至左\u200F标记",
    "控制符\u0001\u001F"
  };

  private static final LocalDate FIRST_DAY = LocalDate.of(1995, 1, 1);
  private static final OffsetDateTime LAST_CHANGE =
      OffsetDateTime.of(2026, 6, 30, 0, 0, 0, 0, ZoneOffset.UTC);

  private Words() {}

  static LocalDate day(SplittableRandom random) {
    return FIRST_DAY.plusDays(random.nextInt(11_000));
  }

  /** A moment with microseconds, within a year before mid-2026. */
  static OffsetDateTime change(SplittableRandom random) {
    return LAST_CHANGE.minusNanos(random.nextLong(365L * 24 * 3600 * 1_000_000) * 1000);
  }

  /** A name that nobody could take for a real person's. */
  static String person(String kind, int number) {
    return "测试" + kind + String.format(Locale.ROOT, "%06d", number);
  }

  static String amount(SplittableRandom random, int most) {
    return random.nextInt(most) + "." + String.format(Locale.ROOT, "%02d", random.nextInt(100));
  }

  static String pick(SplittableRandom random, String... words) {
    return words[random.nextInt(words.length)];
  }
}
