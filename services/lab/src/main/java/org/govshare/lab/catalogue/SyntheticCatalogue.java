package org.govshare.lab.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * A catalogue with the figures of the compilation statistics, or a whole multiple of them. The same
 * seed makes the same catalogue. Nothing in it is real; every abstract says so.
 */
public final class SyntheticCatalogue {

  /** What every abstract begins with. */
  public static final String LABEL = "（合成数据，仅供测试）";

  private static final List<String> FREQUENCIES =
      WordStock.words("实时 每日 每日 每周 每旬 每月 每月 每月 每季度 每年 每年 不定期");

  private static final List<String> DATABASES = List.of("Dm", "KingbaseES", "MySQL", "Oracle");
  private static final List<String> PURPOSES =
      WordStock.words("业务协同 监督管理 统计分析 行政审批 公共服务 信用评价 应急指挥 规划编制 联合惩戒 决策支持");

  private final long seed;
  private final int times;

  /**
   * @param times how many times the province's figures
   */
  public SyntheticCatalogue(long seed, int times) {
    this.seed = seed;
    this.times = times;
  }

  /** How many resources there are. */
  public int resources() {
    return Arrays.stream(Library.values()).mapToInt(Library::resources).sum() * times;
  }

  /** How many items they have. */
  public int items() {
    return Arrays.stream(Library.values()).mapToInt(Library::items).sum() * times;
  }

  /** Makes one resource after the other. */
  public void forEach(Consumer<SyntheticResource> taker) {
    Set<String> names = new HashSet<>();
    for (Library library : Library.values()) {
      SplittableRandom random = new SplittableRandom(seed * 31 + library.ordinal());
      int count = library.resources() * times;
      int[] itemCounts = spread(library.items() * times, count, random);
      boolean[] shareable = marked(library.shareable() * times, count, random);
      boolean[] open = open(library.open() * times, shareable, random);
      List<Bureau> bureaus = Bureau.of(library);
      for (int i = 0; i < count; i++) {
        Origin origin = new Origin(library, bureaus.get(i % bureaus.size()), i / bureaus.size());
        taker.accept(resource(origin, names, random, itemCounts[i], shareable[i], open[i]));
      }
    }
  }

  /** Parts of a sum, most near the mean, none empty. */
  private static int[] spread(int sum, int count, SplittableRandom random) {
    int[] parts = new int[count];
    for (int i = 0; i < count; i++) {
      parts[i] = sum / count + (i < sum % count ? 1 : 0);
    }
    for (int i = 0; i < count; i++) {
      int other = random.nextInt(count);
      int most = Math.min(parts[i] - 1, 40 - parts[other]);
      int moved = most <= 0 ? 0 : random.nextInt(Math.min(most, 6) + 1);
      parts[i] -= moved;
      parts[other] += moved;
    }
    return parts;
  }

  private static boolean[] marked(int marks, int count, SplittableRandom random) {
    boolean[] marked = new boolean[count];
    Arrays.fill(marked, 0, marks, true);
    for (int i = count - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      boolean kept = marked[i];
      marked[i] = marked[other];
      marked[other] = kept;
    }
    return marked;
  }

  /** What is open is shareable too. */
  private static boolean[] open(int marks, boolean[] shareable, SplittableRandom random) {
    boolean[] open = new boolean[shareable.length];
    int left = marks;
    int candidates = 0;
    for (boolean each : shareable) {
      candidates += each ? 1 : 0;
    }
    for (int i = 0; i < open.length; i++) {
      if (shareable[i]) {
        open[i] = random.nextInt(candidates) < left;
        left -= open[i] ? 1 : 0;
        candidates--;
      }
    }
    return open;
  }

  /** What a resource comes from; the number is the one it has there. */
  private record Origin(Library library, Bureau bureau, int number) {}

  private static SyntheticResource resource(
      Origin origin,
      Set<String> names,
      SplittableRandom random,
      int itemCount,
      boolean shareable,
      boolean open) {
    Library library = origin.library();
    String theme = theme(library, random);
    String name;
    do {
      name = place(random) + theme + pick(kinds(library), random);
      theme = random.nextInt(20) == 0 ? theme(library, random) : theme;
    } while (!names.add(name));
    Provider provider = origin.bureau().department();
    boolean conditional = random.nextInt(5) < 2;
    int format = random.nextInt(10);
    boolean database = format < 6;
    return new SyntheticResource(
        pick(library.categories(), random),
        name,
        provider.code(),
        provider.name(),
        origin.bureau().office(origin.number()),
        origin.bureau().function(origin.number()),
        LABEL + summary(library, name, theme, provider, random),
        database ? "数据库" : format < 8 ? "电子表格" : format == 8 ? "电子文件" : "图形图像",
        database ? pick(DATABASES, random) : format < 8 ? "xlsx" : format == 8 ? "pdf" : "png",
        format < 8 ? "结构化" : "非结构化",
        keywords(library, theme),
        shareable ? (conditional ? "有条件共享" : "无条件共享") : "不予共享",
        shareable && conditional ? "按共享协议约定的范围和用途使用" : "",
        shareable ? "" : "《中华人民共和国政府信息公开条例》",
        database ? "数据库" : "文件",
        open ? "主动开放" : random.nextBoolean() ? "依申请公开" : "不予开放",
        pick(FREQUENCIES, random),
        random.nextLong(5_000_000),
        items(theme, itemCount, random));
  }

  private static List<String> keywords(Library library, String theme) {
    return library.label().equals(theme) ? List.of(theme) : List.of(library.label(), theme);
  }

  private static String summary(
      Library library, String name, String theme, Provider provider, SplittableRandom random) {
    return name
        + "由"
        + provider.name()
        + "在履行"
        + theme
        + "相关职责过程中采集、整理和更新，纳入"
        + library.label()
        + "资源库，供"
        + pick(PURPOSES, random)
        + "使用。";
  }

  private static String place(SplittableRandom random) {
    String city = pick(WordStock.CITIES, random);
    return random.nextInt(12) == 0 ? city : city + pick(WordStock.COUNTIES, random);
  }

  private static String theme(Library library, SplittableRandom random) {
    return switch (library) {
      case LEGAL_PERSON -> pick(WordStock.SUBJECTS, random) + pick(WordStock.MATTERS, random);
      case GEOGRAPHY -> pick(WordStock.GEOGRAPHIC_THEMES, random);
      case CITY -> pick(WordStock.CITY_THEMES, random);
      case TOURISM -> pick(WordStock.TOURISM_THEMES, random);
      case RELIEF -> pick(WordStock.RELIEF_THEMES, random);
      case SAFETY -> pick(WordStock.SAFETY_THEMES, random);
    };
  }

  private static List<String> kinds(Library library) {
    return library == Library.GEOGRAPHY ? WordStock.GEOGRAPHIC_KINDS : WordStock.KINDS;
  }

  private static List<SyntheticItem> items(String theme, int count, SplittableRandom random) {
    List<SyntheticItem> items = new ArrayList<>(count);
    items.add(new SyntheticItem(theme + "编号", "bh", "字符型C", 32, "唯一编号"));
    Set<Integer> used = new HashSet<>();
    while (items.size() < count) {
      int index = random.nextInt(WordStock.ITEMS.size());
      if (used.add(index)) {
        String[] words = WordStock.ITEMS.get(index).split(" ");
        items.add(
            new SyntheticItem(
                words[0],
                words[1],
                kind(words[2]),
                Integer.parseInt(words[3]),
                random.nextInt(4) == 0 ? theme + "的" + words[0] : ""));
      }
    }
    return items;
  }

  private static String kind(String letter) {
    return switch (letter) {
      case "C" -> "字符型C";
      case "Y" -> "货币型Y";
      case "D" -> "日期型D";
      case "T" -> "日期时间型T";
      case "L" -> "逻辑型L";
      case "M" -> "备注型M";
      case "I" -> "整型I";
      default -> "浮点型F";
    };
  }

  private static <T> T pick(List<T> from, SplittableRandom random) {
    return from.get(random.nextInt(from.size()));
  }
}
