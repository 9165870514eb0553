package org.govshare.catalog.resource;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.govshare.catalog.category.CategoryRepository;
import org.govshare.catalog.category.CategoryView;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.resource.difference.EditConflicts;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.identity.Roles;
import org.govshare.platform.problem.Conflict;
import org.govshare.platform.version.ExpectedVersion;

/** Compiling and reading resources. */
@Singleton
public class ResourceService {

  private static final Set<ResourceState> EDITABLE =
      EnumSet.of(ResourceState.DRAFT, ResourceState.RETURNED);

  private final ResourceRepository resources;
  private final ItemRepository items;
  private final DepartmentRepository departments;
  private final CategoryRepository categories;
  private final FormatTypeRepository formatTypes;
  private final ResourceLinks links;
  private final ResourceNames names;
  private final ResourceSearch search;
  private final Snapshots snapshots;
  private final OpenRemarks remarks;
  private final List<DeletionListener> deletions;
  private final Clock clock;

  ResourceService(
      ResourceRepository resources,
      ItemRepository items,
      DepartmentRepository departments,
      CategoryRepository categories,
      FormatTypeRepository formatTypes,
      ResourceLinks links,
      ResourceNames names,
      ResourceSearch search,
      Snapshots snapshots,
      OpenRemarks remarks,
      @All List<DeletionListener> deletions,
      Clock clock) {
    this.resources = resources;
    this.items = items;
    this.departments = departments;
    this.categories = categories;
    this.formatTypes = formatTypes;
    this.links = links;
    this.names = names;
    this.search = search;
    this.snapshots = snapshots;
    this.remarks = remarks;
    this.deletions = deletions;
    this.clock = clock;
  }

  @WithSession
  Uni<ResourceView> read(Caller caller, UUID id) {
    return resources.existing(id).map(resource -> seen(caller, resource)).chain(this::view);
  }

  /** The resource, unless the caller may not know of it. */
  private static InformationResource seen(Caller caller, InformationResource resource) {
    if (!Visibility.sees(caller, resource)) {
      throw ResourceNotFound.of(resource);
    }
    return resource;
  }

  /** How a resource is shown, after what was changed on it has been written. */
  public Uni<ResourceView> view(InformationResource resource) {
    return resources
        .flush()
        .chain(() -> departments.findById(resource.departmentCode()))
        .chain(
            department ->
                categories
                    .findById(resource.categoryCode())
                    .chain(
                        category ->
                            items
                                .of(resource.id())
                                .chain(
                                    all ->
                                        remarks
                                            .on(resource)
                                            .map(
                                                open ->
                                                    ResourceView.of(
                                                            resource,
                                                            department.view(),
                                                            category.view(),
                                                            all)
                                                        .with(open)))));
  }

  /**
   * Begins a draft of the caller's department.
   *
   * @return fails with a problem if the caller is no editor (403) or the input breaks a rule (400)
   */
  @WithTransaction
  public Uni<ResourceView> create(Caller caller, ResourceInput input) {
    caller.requireRole(Roles.CATALOG_EDITOR);
    String department = caller.requireAnyDepartment();
    Instant now = clock.instant();
    InformationResource resource = new InformationResource(department, caller.name(), now);
    return departments
        .ofCaller(department)
        .chain(() -> check(department, input))
        .chain(() -> names.checkFree(department, input.name(), resource.seriesId()))
        .invoke(() -> resource.write(input, caller.name(), now))
        .chain(() -> resources.persist(resource))
        .chain(() -> store(resource, input))
        .chain(() -> view(resource));
  }

  private Uni<Void> check(String department, ResourceInput input) {
    return formatTypes
        .all()
        .invoke(known -> new ResourceChecks(known).check(input))
        .chain(() -> links.check(department, input));
  }

  private Uni<Void> store(InformationResource resource, ResourceInput input) {
    return store(resource, written(resource, input));
  }

  private static List<DataItem> written(InformationResource resource, ResourceInput input) {
    List<DataItem> written = new ArrayList<>();
    for (ItemInput item : input.items()) {
      written.add(new DataItem(resource.id(), written.size(), input, item));
    }
    return written;
  }

  private Uni<Void> store(InformationResource resource, List<DataItem> written) {
    return resources
        .flush()
        .chain(() -> items.replace(resource.id(), written))
        .chain(() -> search.index(resource, written));
  }

  @WithTransaction
  Uni<ResourceView> change(Caller caller, UUID id, ExpectedVersion expected, ResourceInput input) {
    return ownDepartments(caller, id)
        .call(resource -> refuseStale(caller, resource, expected, input))
        .invoke(ResourceService::requireEditable)
        .chain(
            resource ->
                check(resource.departmentCode(), input)
                    .chain(
                        () ->
                            names.checkFree(
                                resource.departmentCode(), input.name(), resource.seriesId()))
                    .chain(() -> items.of(resource.id()))
                    .chain(old -> snapshots.keep(resource, old))
                    .invoke(() -> resource.write(input, caller.name(), clock.instant()))
                    .chain(() -> store(resource, input))
                    .chain(() -> view(resource)));
  }

  /** Tells a writer who comes too late what somebody else has changed. */
  private Uni<Void> refuseStale(
      Caller caller, InformationResource resource, ExpectedVersion expected, ResourceInput input) {
    if (expected.value() == resource.revision()) {
      return Uni.createFrom().voidItem();
    }
    return formatTypes
        .all()
        .invoke(known -> new ResourceChecks(known).check(input))
        .chain(() -> items.of(resource.id()))
        .map(present -> snapshots.of(resource, present))
        .chain(
            theirs ->
                snapshots
                    .at(resource.id(), expected.value())
                    .map(
                        base ->
                            EditConflicts.between(
                                snapshots.of(unsaved(caller, resource, input)), theirs, base)))
        .map(
            conflicts -> {
              throw new EditedMeanwhile(expected.value(), resource, conflicts);
            });
  }

  /** How a resource would look if it were written. */
  private ResourceView unsaved(Caller caller, InformationResource resource, ResourceInput input) {
    InformationResource unsaved =
        new InformationResource(resource.departmentCode(), caller.name(), clock.instant());
    unsaved.write(input, caller.name(), clock.instant());
    return ResourceView.of(
        unsaved, null, new CategoryView(input.categoryCode(), null, null), written(unsaved, input));
  }

  @WithTransaction
  Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
    return toWrite(caller, id, expected)
        .invoke(ResourceService::requireEditable)
        .chain(resource -> deleteAll(caller, List.of(resource)));
  }

  /** Throws drafts and returned ones away, in the caller's transaction. */
  public Uni<Void> deleteAll(Caller caller, List<InformationResource> drafts) {
    return Multi.createFrom()
        .iterable(deletions)
        .onItem()
        .transformToUniAndConcatenate(listener -> listener.deleting(caller, drafts))
        .collect()
        .asList()
        .chain(
            () ->
                resources.delete("id in ?1", drafts.stream().map(InformationResource::id).toList()))
        .replaceWithVoid();
  }

  /** The draft of a resource's next version, with the same items. */
  @WithTransaction
  Uni<ResourceView> begin(Caller caller, UUID id, ExpectedVersion expected) {
    return toWrite(caller, id, expected)
        .chain(
            published -> {
              if (published.state() != ResourceState.PUBLISHED) {
                throw new Conflict("resource-not-published", published.state());
              }
              return resources
                  .versionsOf(published.seriesId())
                  .chain(versions -> begin(caller, published, versions.get(0)));
            });
  }

  private Uni<ResourceView> begin(
      Caller caller, InformationResource published, InformationResource latest) {
    if (latest.version() > published.version()) {
      throw new Conflict("next-version-exists", latest.id());
    }
    InformationResource next =
        published.nextVersion(latest.version() + 1, caller.name(), clock.instant());
    return items
        .of(published.id())
        .map(old -> old.stream().map(item -> new DataItem(next.id(), item)).toList())
        .chain(
            copies ->
                resources.persist(next).chain(() -> store(next, copies)).chain(() -> view(next)));
  }

  private static void requireEditable(InformationResource resource) {
    if (!EDITABLE.contains(resource.state())) {
      throw new Conflict("resource-not-editable", resource.state());
    }
  }

  private Uni<InformationResource> toWrite(Caller caller, UUID id, ExpectedVersion expected) {
    return ownDepartments(caller, id).invoke(resource -> expected.check(resource.revision()));
  }

  private Uni<InformationResource> ownDepartments(Caller caller, UUID id) {
    caller.requireRole(Roles.CATALOG_EDITOR);
    return resources
        .locked(id)
        .invoke(
            resource -> {
              seen(caller, resource);
              caller.requireDepartment(resource.departmentCode());
            });
  }
}
