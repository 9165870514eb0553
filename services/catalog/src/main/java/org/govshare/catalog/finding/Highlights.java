package org.govshare.catalog.finding;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.govshare.catalog.search.Highlighter;
import org.govshare.catalog.search.Span;

/** Collects where a query hit a resource. */
final class Highlights {

  /** Most items of one resource of which the places are shown; the others are named only. */
  private static final int ITEM_LIMIT = 20;

  private static final int BEFORE = 30;
  private static final int EXCERPT = 160;

  private final Highlighter highlighter;
  private final List<Highlight> highlights = new ArrayList<>();
  private final List<String> matchedItems = new ArrayList<>();

  Highlights(Highlighter highlighter, FoundResource resource) {
    this.highlighter = highlighter;
    add("name", resource.name(), null);
    resource.keywords().forEach(keyword -> add("keyword", keyword, null));
    resource.items().forEach(this::add);
    add("abstract", resource.summary(), null);
  }

  private void add(FoundResource.Item item) {
    UUID shown = matchedItems.size() < ITEM_LIMIT ? item.id() : null;
    boolean hit = add("item", item.name(), shown, shown != null);
    hit |= add("fieldName", item.fieldName(), shown, shown != null);
    hit |= add("description", item.description(), shown, shown != null);
    if (hit) {
      matchedItems.add(item.name());
    }
  }

  private void add(String field, String text, UUID itemId) {
    add(field, text, itemId, true);
  }

  private boolean add(String field, String text, UUID itemId, boolean shown) {
    List<Span> spans = highlighter.spans(text);
    if (!spans.isEmpty() && shown) {
      highlights.add(excerpt(field, text, spans, itemId));
    }
    return !spans.isEmpty();
  }

  private static Highlight excerpt(String field, String text, List<Span> spans, UUID itemId) {
    if (text.length() <= EXCERPT) {
      return new Highlight(field, text, spans, itemId);
    }
    int start = whole(text, Math.max(0, spans.getFirst().start() - BEFORE));
    int end = whole(text, Math.min(text.length(), start + EXCERPT));
    return new Highlight(
        field,
        text.substring(start, end),
        spans.stream()
            .filter(span -> span.start() < end)
            .map(span -> new Span(span.start() - start, Math.min(span.end(), end) - start))
            .toList(),
        itemId);
  }

  /** The nearest place not behind this one that parts no character. */
  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }

  List<Highlight> all() {
    return List.copyOf(highlights);
  }

  List<String> matchedItems() {
    return List.copyOf(matchedItems);
  }
}
