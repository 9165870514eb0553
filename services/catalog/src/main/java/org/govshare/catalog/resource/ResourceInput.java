package org.govshare.catalog.resource;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * An information resource as its editor writes it. What an item does not say itself, the resource
 * says for it; the resource as a whole is then as strict as its strictest item.
 *
 * @param name 信息资源名称, at most 200 characters
 * @param summary 信息资源摘要, {@code abstract} in JSON, at most 2,000 characters
 * @param categoryCode code of its category
 * @param format 资源格式
 * @param dataStructure 数据结构
 * @param sharingType 共享类型; if given, it must be the strictest of the items'
 * @param openType 开放类型
 * @param updateFrequency 更新周期
 * @param sharingMethod 共享方式
 * @param sourceSchema schema of the table it comes from, absent if it comes from none
 * @param sourceTable that table
 * @param rowCount 结构化记录总数, 0 if absent
 * @param items 信息项, at most 500
 * @param formatType 格式类型, a known type of its format
 * @param openCondition 开放条件, at most 1,000 characters
 * @param keywords at most 20, of at most 50 characters each
 * @param relatedResources 关联资源代码: identifiers of published resources, at most 50
 * @param officeId 处室 that keeps it
 * @param functionId 业务职责 it comes from
 * @param matterId 业务事项 it comes from
 * @param systemId 信息系统 it lives in
 * @param campaignId compilation campaign it is compiled in
 * @param contact where questions go
 * @param census 普查数据
 * @param classification 密级; only what is not classified enters
 * @param proposedIdentifier code that it has had before, kept at publication if it is valid
 */
@RegisterForReflection
public record ResourceInput(
    String name,
    @JsonProperty("abstract") String summary,
    String categoryCode,
    ResourceFormat format,
    DataStructure dataStructure,
    SharingType sharingType,
    OpenType openType,
    UpdateFrequency updateFrequency,
    SharingMethod sharingMethod,
    String sourceSchema,
    String sourceTable,
    Long rowCount,
    List<ItemInput> items,
    String formatType,
    String openCondition,
    List<String> keywords,
    List<String> relatedResources,
    UUID officeId,
    UUID functionId,
    UUID matterId,
    UUID systemId,
    UUID campaignId,
    Contact contact,
    Census census,
    String classification,
    String proposedIdentifier) {

  /** An absent list is an empty one. */
  public ResourceInput {
    items = items == null ? List.of() : items;
    keywords = keywords == null ? List.of() : keywords;
    relatedResources = relatedResources == null ? List.of() : relatedResources;
  }

  /** How an item is shared. */
  public SharingType sharingOf(ItemInput item) {
    return own(item.sharingType(), sharingType);
  }

  /** How an item is opened. */
  public OpenType openTypeOf(ItemInput item) {
    return own(item.openType(), openType);
  }

  /** On what condition an item is opened, {@code null} if on none. */
  public String openConditionOf(ItemInput item) {
    return own(item.openCondition(), openCondition);
  }

  /** How an item is handed over. */
  public SharingMethod sharingMethodOf(ItemInput item) {
    return own(item.sharingMethod(), sharingMethod);
  }

  /** How often an item is brought up to date. */
  public UpdateFrequency updateFrequencyOf(ItemInput item) {
    return own(item.updateFrequency(), updateFrequency);
  }

  /** How the resource is shared: as its strictest item; without items, not yet known. */
  public SharingType effectiveSharing() {
    return strictestSharing().orElse(sharingType == null ? SharingType.UNCONDITIONAL : sharingType);
  }

  /** How the resource is opened: as its strictest item. */
  public OpenType effectiveOpenType() {
    return OpenType.strictest(ofItems(this::openTypeOf)).orElse(openType);
  }

  /** How often the resource is brought up to date: as its most demanding item. */
  public UpdateFrequency effectiveUpdateFrequency() {
    return UpdateFrequency.strictest(ofItems(this::updateFrequencyOf)).orElse(updateFrequency);
  }

  Optional<SharingType> strictestSharing() {
    return SharingType.strictest(ofItems(this::sharingOf));
  }

  private <T> List<T> ofItems(Function<ItemInput, T> property) {
    return items.stream().map(property).toList();
  }

  private static <T> T own(T ofItem, T ofResource) {
    return ofItem == null ? ofResource : ofItem;
  }
}
