package org.govshare.catalog.bulk.reading;

import static org.govshare.catalog.bulk.template.TemplateColumn.DATA_TYPE;
import static org.govshare.catalog.bulk.template.TemplateColumn.DESCRIPTION;
import static org.govshare.catalog.bulk.template.TemplateColumn.FIELD_NAME;
import static org.govshare.catalog.bulk.template.TemplateColumn.ITEM_NAME;
import static org.govshare.catalog.bulk.template.TemplateColumn.LEGAL_BASIS;
import static org.govshare.catalog.bulk.template.TemplateColumn.LENGTH;
import static org.govshare.catalog.bulk.template.TemplateColumn.OPEN_CONDITION;
import static org.govshare.catalog.bulk.template.TemplateColumn.OPEN_TYPE;
import static org.govshare.catalog.bulk.template.TemplateColumn.SHARING_CONDITION;
import static org.govshare.catalog.bulk.template.TemplateColumn.SHARING_METHOD;
import static org.govshare.catalog.bulk.template.TemplateColumn.SHARING_TYPE;
import static org.govshare.catalog.bulk.template.TemplateColumn.UPDATE_FREQUENCY;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.govshare.catalog.bulk.template.TemplateColumn;
import org.govshare.catalog.bulk.template.Words;
import org.govshare.catalog.resource.ItemInput;

/** Reads the item of a row. */
final class ItemReader {

  private final ResourceFaults faults;

  ItemReader(ResourceFaults faults) {
    this.faults = faults;
  }

  ItemInput read(RawItem item) {
    return new ItemInput(
        item.value(ITEM_NAME),
        item.value(FIELD_NAME),
        word(item, DATA_TYPE, Words.DATA_TYPE),
        length(item),
        word(item, SHARING_TYPE, Words.SHARING_TYPE),
        item.value(SHARING_CONDITION),
        item.value(LEGAL_BASIS),
        word(item, OPEN_TYPE, Words.OPEN_TYPE),
        word(item, SHARING_METHOD, Words.SHARING_METHOD),
        item.value(OPEN_CONDITION),
        word(item, UPDATE_FREQUENCY, Words.UPDATE_FREQUENCY),
        item.value(DESCRIPTION),
        null,
        null,
        null);
  }

  private Integer length(RawItem item) {
    String text = item.value(LENGTH);
    if (text == null) {
      return null;
    }
    Integer length = Numbers.length(text);
    if (length == null) {
      faults.add(item, LENGTH, "not-a-whole-number", text);
    }
    return length;
  }

  private <E extends Enum<E>> E word(RawItem item, TemplateColumn column, Words<E> words) {
    String text = item.value(column);
    if (text == null) {
      return null;
    }
    E value = words.value(text).orElse(null);
    if (value == null) {
      faults.add(item, column, "not-in-list", String.join("、", words.labels()));
    }
    return value;
  }

  /** What the first item that says anything says. */
  static <E extends Enum<E>> E first(
      List<ItemInput> items, Function<ItemInput, E> property, Class<E> type) {
    return type.cast(
        items.stream().map(property).filter(Objects::nonNull).findFirst().orElse(null));
  }
}
