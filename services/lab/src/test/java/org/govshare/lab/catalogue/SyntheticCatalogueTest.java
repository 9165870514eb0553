package org.govshare.lab.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class SyntheticCatalogueTest {

  private static List<SyntheticResource> all(int times) {
    List<SyntheticResource> all = new ArrayList<>();
    new SyntheticCatalogue(1, times).forEach(all::add);
    return all;
  }

  @Test
  void hasTheFiguresOfTheCompilationStatistics() {
    List<SyntheticResource> all = all(1);

    assertEquals(16_370, all.size());
    assertEquals(195_209, all.stream().mapToInt(resource -> resource.items().size()).sum());
    assertEquals(
        16_058, all.stream().filter(resource -> !resource.sharing().equals("不予共享")).count());
    assertEquals(2_704, all.stream().filter(resource -> resource.open().equals("主动开放")).count());
    assertEquals(48, Provider.ALL.size());
    Set<String> codes = new HashSet<>(Provider.ALL.stream().map(Provider::code).toList());
    assertEquals(48, codes.size());
  }

  @Test
  void everyOfficeAndFunctionOfTheStatisticsHasAResource() {
    List<SyntheticResource> all = all(1);

    for (Library library : Library.values()) {
      List<SyntheticResource> own =
          all.stream().filter(each -> library.categories().contains(each.categoryCode())).toList();
      assertEquals(library.departments(), distinct(own, SyntheticResource::departmentCode));
      assertEquals(library.offices(), distinct(own, SyntheticResource::office));
      assertEquals(library.functions(), distinct(own, SyntheticResource::function));
    }
    assertEquals(48, distinct(all, SyntheticResource::departmentCode));
    assertEquals(49, distinct(all, SyntheticResource::office));
    assertEquals(806, distinct(all, SyntheticResource::function));
  }

  private static long distinct(
      List<SyntheticResource> resources, Function<SyntheticResource, String> what) {
    return resources.stream().map(what).filter(text -> !text.isEmpty()).distinct().count();
  }

  @Test
  void noNameComesTwiceAndEveryAbstractSaysWhatItIs() {
    List<SyntheticResource> all = all(10);

    Set<String> names = new HashSet<>(all.stream().map(SyntheticResource::name).toList());
    assertEquals(163_700, names.size());
    assertTrue(all.stream().allMatch(each -> each.summary().startsWith(SyntheticCatalogue.LABEL)));
  }

  @Test
  void theSameSeedMakesTheSame() {
    assertEquals(all(1), all(1));
  }
}
