package org.govshare.catalog.category;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** 分类: a node of the classification. */
@Entity
@Table(name = "category")
public class Category {

  @Id private String code;
  private String parent;
  private String name;
  private int level;
  private int position;
  private String description;
  private boolean retired;
  @Version private long revision;

  /** For the persistence provider. */
  protected Category() {}

  Category(String code, String parent, int level) {
    this.code = code;
    this.parent = parent;
    this.level = level;
  }

  void write(CategoryInput input, int defaultPosition) {
    name = input.name().strip();
    description = input.description();
    position = input.position() == null ? defaultPosition : input.position();
  }

  void retire(boolean now) {
    retired = now;
  }

  /** Six digits; they begin the identifiers of its resources. */
  public String code() {
    return code;
  }

  /** Code of the category above, {@code null} at the top. */
  public String parent() {
    return parent;
  }

  /** Name. */
  public String name() {
    return name;
  }

  int level() {
    return level;
  }

  int position() {
    return position;
  }

  boolean retired() {
    return retired;
  }

  long revision() {
    return revision;
  }

  /** How it is shown. */
  public CategoryView view() {
    return new CategoryView(code, parent, name);
  }

  CategoryDetail detail() {
    return new CategoryDetail(code, parent, name, level, position, description, retired, revision);
  }
}
