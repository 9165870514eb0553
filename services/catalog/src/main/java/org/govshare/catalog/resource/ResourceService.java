package org.govshare.catalog.resource;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
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
import org.govshare.catalog.department.DepartmentRepository;
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
  private final ResourceSearch search;
  private final Clock clock;

  ResourceService(
      ResourceRepository resources,
      ItemRepository items,
      DepartmentRepository departments,
      CategoryRepository categories,
      FormatTypeRepository formatTypes,
      ResourceLinks links,
      ResourceSearch search,
      Clock clock) {
    this.resources = resources;
    this.items = items;
    this.departments = departments;
    this.categories = categories;
    this.formatTypes = formatTypes;
    this.links = links;
    this.search = search;
    this.clock = clock;
  }

  @WithSession
  Uni<ResourceView> read(Caller caller, UUID id) {
    return resources.existing(id).map(resource -> seen(caller, resource)).chain(this::view);
  }

  /** The resource, unless the caller may not know of it. */
  private static InformationResource seen(Caller caller, InformationResource resource) {
    if (!Visibility.sees(caller, resource)) {
      throw new ResourceNotFound(resource.id());
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
                                .map(
                                    all ->
                                        ResourceView.of(
                                            resource, department.view(), category.view(), all))));
  }

  @WithTransaction
  Uni<ResourceView> create(Caller caller, ResourceInput input) {
    caller.requireRole(Roles.CATALOG_EDITOR);
    String department = caller.requireAnyDepartment();
    Instant now = clock.instant();
    InformationResource resource = new InformationResource(department, caller.name(), now);
    return departments
        .ofCaller(department)
        .chain(() -> check(department, input))
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
    List<DataItem> written = new ArrayList<>();
    for (ItemInput item : input.items()) {
      written.add(new DataItem(resource.id(), written.size(), input, item));
    }
    return store(resource, written);
  }

  private Uni<Void> store(InformationResource resource, List<DataItem> written) {
    return resources
        .flush()
        .chain(() -> items.replace(resource.id(), written))
        .chain(() -> search.index(resource, written));
  }

  @WithTransaction
  Uni<ResourceView> change(Caller caller, UUID id, ExpectedVersion expected, ResourceInput input) {
    return editable(caller, id, expected)
        .chain(
            resource ->
                check(resource.departmentCode(), input)
                    .invoke(() -> resource.write(input, caller.name(), clock.instant()))
                    .chain(() -> store(resource, input))
                    .chain(() -> view(resource)));
  }

  @WithTransaction
  Uni<Void> delete(Caller caller, UUID id, ExpectedVersion expected) {
    return editable(caller, id, expected).chain(resources::delete);
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

  private Uni<InformationResource> editable(Caller caller, UUID id, ExpectedVersion expected) {
    return toWrite(caller, id, expected)
        .invoke(
            resource -> {
              if (!EDITABLE.contains(resource.state())) {
                throw new Conflict("resource-not-editable", resource.state());
              }
            });
  }

  private Uni<InformationResource> toWrite(Caller caller, UUID id, ExpectedVersion expected) {
    caller.requireRole(Roles.CATALOG_EDITOR);
    return resources
        .locked(id)
        .invoke(
            resource -> {
              seen(caller, resource);
              caller.requireDepartment(resource.departmentCode());
              expected.check(resource.revision());
            });
  }
}
