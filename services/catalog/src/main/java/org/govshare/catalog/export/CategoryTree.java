package org.govshare.catalog.export;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.govshare.catalog.export.CatalogueEntry.Filing;

/** The classification as it is while an export runs; a few hundred nodes. */
final class CategoryTree {

  /** Government and public sector: what every category of this catalogue belongs to at least. */
  private static final String NO_THEME = "GOVE";

  private final Map<String, Filing> nodes = new HashMap<>();
  private final Map<String, String> parents = new HashMap<>();
  private final Map<String, String> themes = new HashMap<>();

  private CategoryTree() {}

  static CategoryTree read(Connection connection) throws SQLException {
    CategoryTree tree = new CategoryTree();
    try (PreparedStatement query =
            connection.prepareStatement(
                """
                select c.code, c.parent, c.name, t.theme
                from category c left join category_theme t on t.category_code = c.code
                """);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        String code = row.getString(1);
        tree.nodes.put(code, new Filing(code, row.getString(3)));
        if (row.getString(2) != null) {
          tree.parents.put(code, row.getString(2));
        }
        if (row.getString(4) != null) {
          tree.themes.put(code, row.getString(4));
        }
      }
    }
    return tree;
  }

  /** The nodes from the top down to this one. */
  List<Filing> path(String code) {
    Deque<Filing> path = new ArrayDeque<>();
    for (String at = code; at != null; at = parents.get(at)) {
      path.addFirst(nodes.get(at));
    }
    return List.copyOf(path);
  }

  /** The theme of this node or of the nearest above it that has one. */
  String theme(String code) {
    for (String at = code; at != null; at = parents.get(at)) {
      if (themes.containsKey(at)) {
        return themes.get(at);
      }
    }
    return NO_THEME;
  }
}
