package org.govshare.catalog.statistics;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.govshare.catalog.department.DepartmentRepository;
import org.govshare.catalog.department.DepartmentView;
import org.govshare.catalog.resource.OpenType;
import org.govshare.catalog.resource.PublishedCount;
import org.govshare.catalog.resource.ResourceRepository;
import org.govshare.catalog.resource.SharingType;

/** Counts the catalogue. */
@Singleton
class StatisticsService {

  private final ResourceRepository resources;
  private final DepartmentRepository departments;

  StatisticsService(ResourceRepository resources, DepartmentRepository departments) {
    this.resources = resources;
    this.departments = departments;
  }

  @WithSession
  Uni<StatisticsView> read() {
    return resources
        .countCurrent()
        .chain(
            total ->
                resources
                    .publishedCounts()
                    .chain(
                        counts -> departments.byCode().map(names -> view(total, counts, names))));
  }

  private static StatisticsView view(
      long total, List<PublishedCount> counts, Map<String, DepartmentView> names) {
    return new StatisticsView(
        total,
        resources(counts),
        items(counts),
        resources(of(counts, c -> c.sharingType() != SharingType.NOT_SHARED)),
        byDepartment(counts, names),
        Arrays.stream(SharingType.values())
            .map(
                type ->
                    new StatisticsView.OfSharingType(
                        type, resources(of(counts, c -> c.sharingType() == type))))
            .toList(),
        Arrays.stream(OpenType.values())
            .map(
                type ->
                    new StatisticsView.OfOpenType(
                        type, resources(of(counts, c -> c.openType() == type))))
            .toList());
  }

  private static List<StatisticsView.OfDepartment> byDepartment(
      List<PublishedCount> counts, Map<String, DepartmentView> names) {
    return counts.stream()
        .collect(Collectors.groupingBy(PublishedCount::departmentCode))
        .entrySet()
        .stream()
        .map(
            entry ->
                new StatisticsView.OfDepartment(
                    names.get(entry.getKey()),
                    resources(entry.getValue()),
                    items(entry.getValue())))
        .sorted(
            Comparator.comparingLong(StatisticsView.OfDepartment::resources)
                .reversed()
                .thenComparing(of -> of.department().code()))
        .toList();
  }

  private static List<PublishedCount> of(
      List<PublishedCount> counts, Predicate<PublishedCount> chosen) {
    return counts.stream().filter(chosen).toList();
  }

  private static long resources(List<PublishedCount> counts) {
    return counts.stream().mapToLong(PublishedCount::resources).sum();
  }

  private static long items(List<PublishedCount> counts) {
    return counts.stream().mapToLong(PublishedCount::items).sum();
  }
}
