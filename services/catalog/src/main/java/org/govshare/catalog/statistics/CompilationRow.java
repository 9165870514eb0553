package org.govshare.catalog.statistics;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.catalog.category.CategoryView;

/**
 * What one library holds of published resources.
 *
 * @param library its category, absent in the total
 * @param departments 部门 that provide any
 * @param offices 处室 that keep any
 * @param functions 业务职责 that they come from
 * @param resources 信息资源
 * @param dataItems 信息项
 * @param shareable resources that are shared, with or without condition
 * @param open resources that are opened by themselves (主动开放)
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompilationRow(
    CategoryView library,
    Count departments,
    Count offices,
    Count functions,
    Count resources,
    Count dataItems,
    Count shareable,
    Count open) {

  /**
   * A number and what it counts.
   *
   * @param value the number
   * @param rows address of the list of exactly what was counted
   */
  @RegisterForReflection
  public record Count(long value, String rows) {}
}
