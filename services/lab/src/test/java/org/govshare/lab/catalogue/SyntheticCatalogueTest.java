package org.govshare.lab.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
