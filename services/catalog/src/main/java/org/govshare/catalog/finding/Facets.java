package org.govshare.catalog.finding;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What was found, counted. Values that nothing has are left out.
 *
 * @param state 资源状态
 * @param department 提供方, the one with most first
 * @param category 信息资源分类, in the order of codes; a category counts what is further down too
 * @param sharingType 共享类型
 * @param openType 开放类型
 * @param format 资源格式
 * @param dataStructure 数据结构
 * @param updateFrequency 更新周期
 * @param year year of publication, the latest first; its filter is the range of dates
 */
@RegisterForReflection
public record Facets(
    List<FacetCount> state,
    List<FacetCount> department,
    List<FacetCount> category,
    List<FacetCount> sharingType,
    List<FacetCount> openType,
    List<FacetCount> format,
    List<FacetCount> dataStructure,
    List<FacetCount> updateFrequency,
    List<FacetCount> year) {}
