package org.govshare.catalog.conformity;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.govshare.catalog.conformity.ConformityRepository.Citing;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.library.EntryKind;
import org.govshare.catalog.library.EntryState;
import org.govshare.catalog.library.Validity;
import org.govshare.catalog.library.element.DataElement;
import org.govshare.catalog.library.element.ElementRepository;
import org.govshare.catalog.person.SeparatedDuties;
import org.govshare.catalog.resource.DataItem;
import org.govshare.catalog.resource.InformationResource;
import org.govshare.catalog.resource.ItemRepository;
import org.govshare.catalog.resource.ResourceNotFound;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.Visibility;
import org.govshare.platform.identity.Caller;
import org.govshare.platform.reactive.paging.Page;
import org.govshare.platform.reactive.paging.PageRequest;

/** Compares the catalogue with its library. */
@Singleton
class ConformityService {

  private final ConformityRepository repository;
  private final ResourceRepository resources;
  private final ItemRepository items;
  private final ElementRepository elements;
  private final DepartmentRepository departments;
  private final Clock clock;

  ConformityService(
      ConformityRepository repository,
      ResourceRepository resources,
      ItemRepository items,
      ElementRepository elements,
      DepartmentRepository departments,
      Clock clock) {
    this.repository = repository;
    this.resources = resources;
    this.items = items;
    this.elements = elements;
    this.departments = departments;
    this.clock = clock;
  }

  /** The resources that cite an entry, as far as the caller may know of them. */
  @WithSession
  Uni<Page<LibraryLink>> links(Caller caller, EntryKind kind, UUID id, PageRequest request) {
    SeparatedDuties.refuse(caller);
    return departments
        .byCode()
        .chain(
            names ->
                repository
                    .citing(caller, kind, id, request)
                    .chain(page -> links(page, kind, id, names)));
  }

  private Uni<Page<LibraryLink>> links(
      Page<Citing> page, EntryKind kind, UUID id, Map<String, DepartmentView> names) {
    List<UUID> ids = page.items().stream().map(Citing::resourceId).toList();
    if (ids.isEmpty()) {
      return Uni.createFrom().item(page.map(none -> null));
    }
    return resources
        .list("id in ?1", ids)
        .chain(
            found ->
                items
                    .of(ids)
                    .map(
                        itemsOf -> {
                          Map<UUID, InformationResource> byId =
                              found.stream()
                                  .collect(
                                      Collectors.toMap(
                                          InformationResource::id, Function.identity()));
                          return page.map(
                              citing ->
                                  link(
                                      byId.get(citing.resourceId()),
                                      itemsOf.get(citing.resourceId()),
                                      citing,
                                      kind,
                                      id,
                                      names));
                        }));
  }

  private static LibraryLink link(
      InformationResource resource,
      List<DataItem> items,
      Citing citing,
      EntryKind kind,
      UUID id,
      Map<String, DepartmentView> names) {
    return new LibraryLink(
        resource.id(),
        resource.name(),
        resource.version(),
        resource.state(),
        names.get(resource.departmentCode()),
        items.stream()
            .filter(item -> id.equals(cited(item, kind)))
            .map(item -> new LibraryLink.CitingItem(item.id(), item.name()))
            .toList(),
        citing.requests());
  }

  private static UUID cited(DataItem item, EntryKind kind) {
    return switch (kind) {
      case DOCUMENT -> item.legalBasisId();
      case DATA_ELEMENT -> item.dataElementId();
      case CODE_TABLE -> item.codeTableId();
    };
  }

  /** The repealed policies that published resources still rest on, the longest repealed first. */
  @WithSession
  Uni<Page<RepealedBasis>> repealed(PageRequest request) {
    return repository.repealed(Validity.today(clock), request);
  }

  /** Where the items of a resource deviate from their standard data elements. */
  @WithSession
  Uni<List<Deviation>> deviations(Caller caller, UUID resourceId) {
    LocalDate today = Validity.today(clock);
    return resources
        .existing(resourceId)
        .invoke(
            resource -> {
              if (!Visibility.sees(caller, resource)) {
                throw new ResourceNotFound(resourceId);
              }
            })
        .chain(() -> items.of(resourceId))
        .chain(
            all ->
                elements
                    .these(
                        all.stream().map(DataItem::dataElementId).filter(Objects::nonNull).toList())
                    .map(found -> deviations(all, found, today)));
  }

  private static List<Deviation> deviations(
      List<DataItem> items, List<DataElement> elements, LocalDate today) {
    Map<UUID, DataElement> byId =
        elements.stream().collect(Collectors.toMap(DataElement::id, Function.identity()));
    List<Deviation> deviations = new ArrayList<>();
    for (DataItem item : items) {
      DataElement element = byId.get(item.dataElementId());
      if (element != null) {
        compare(item, element, today, deviations);
      }
    }
    return deviations;
  }

  private static void compare(
      DataItem item, DataElement element, LocalDate today, List<Deviation> deviations) {
    Comparison comparison = new Comparison(item, element, deviations);
    comparison.of(Deviation.Kind.DATA_TYPE, item.dataType().name(), element.dataType().name());
    comparison.of(Deviation.Kind.LENGTH, item.length(), element.length());
    comparison.of(Deviation.Kind.CODE_TABLE, item.codeTableId(), element.codeTableId());
    if (element.validity().on(today) == EntryState.REPEALED) {
      comparison.add(Deviation.Kind.REPEALED, null, element.validity().repealedOn());
    }
  }

  private record Comparison(DataItem item, DataElement element, List<Deviation> deviations) {

    /** What the standard leaves open, nobody deviates from. */
    void of(Deviation.Kind kind, Object is, Object standard) {
      if (standard != null && !standard.equals(is)) {
        add(kind, is, standard);
      }
    }

    void add(Deviation.Kind kind, Object is, Object standard) {
      deviations.add(
          new Deviation(
              item.id(),
              item.name(),
              element.id(),
              element.identifier(),
              element.name(),
              kind,
              is == null ? null : is.toString(),
              standard.toString()));
    }
  }
}
