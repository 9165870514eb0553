package org.govshare.catalog.category;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** 分类: a node of the classification. */
@Entity
@Table(name = "category")
public class Category {

  @Id private String code;
  private String parent;
  private String name;

  /** For the persistence provider. */
  protected Category() {}

  /** Six digits; they begin the identifiers of its resources. */
  public String code() {
    return code;
  }

  /** How it is shown. */
  public CategoryView view() {
    return new CategoryView(code, parent, name);
  }
}
