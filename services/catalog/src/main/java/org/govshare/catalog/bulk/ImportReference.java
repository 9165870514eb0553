package org.govshare.catalog.bulk;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.govshare.catalog.bulk.reading.DepartmentEntries;
import org.govshare.catalog.bulk.reading.KnownCatalogue;
import org.govshare.catalog.bulk.reading.KnownResource;
import org.govshare.catalog.bulk.reading.ReferenceData;
import org.govshare.catalog.campaign.CampaignMembers;
import org.govshare.catalog.identifier.scheme.IdentifierScheme;
import org.govshare.catalog.identifier.scheme.IdentifierSchemes;
import org.govshare.catalog.identifier.scheme.SegmentValues;
import org.govshare.catalog.resource.FormatTypeRepository;
import org.govshare.catalog.resource.FormatTypes;

/** Reads what an import is checked against. Called on worker threads. */
@Singleton
class ImportReference {

  // Of each series the version in the catalogue and the one being worked on, told by one row.
  private static final String KNOWN =
      """
      select r.series_id, max(r.department_code), (array_agg(r.name order by r.version desc))[1],
          a.identifier, max(cast(r.id as text)) filter (where r.state = 'PUBLISHED'),
          max(r.state) filter (
              where r.state in ('DRAFT', 'PENDING_REVIEW', 'RETURNED', 'REGISTERED'))
      from information_resource r left join identifier_allocation a on a.series_id = r.series_id
      where r.state <> 'SUPERSEDED' and (cast(? as text) is null or r.department_code = ?)
      group by r.series_id, a.identifier
      """;

  // Identifiers whose resources were removed with the import that brought them. They still belong
  // to
  // the same series, which the same identifier may bring back.
  private static final String VACANT =
      """
      select a.series_id, a.identifier from identifier_allocation a
      where a.kept
          and not exists (select 1 from information_resource r where r.series_id = a.series_id)
      """;

  private static final String ELSEWHERE =
      """
      select identifier from information_resource
      where state = 'PUBLISHED' and department_code <> ?
      """;

  // What resources are checked against, but for the catalogue itself. First the number of the form
  // in which they are laid ready: raise it with every change of that form.
  private static final String STATE =
      """
      select md5(concat_ws('#', '3',
          (select string_agg(cast(d as text), '|' order by code) from department d),
          (select string_agg(cast(c as text), '|' order by code) from category c),
          (select string_agg(cast(t as text), '|' order by code) from resource_format_type t),
          (select string_agg(cast(r as text), '|' order by code) from region r),
          (select string_agg(cast(o as text), '|' order by id) from office o),
          (select string_agg(cast(f as text), '|' order by id) from business_function f),
          (select string_agg(s.department_code || s.name || s.abolished, '|' order by id)
              from information_system s),
          (select max(revision) from identifier_scheme_change)))
      """;

  private final DataSource database;
  private final FormatTypeRepository formatTypes;
  private final IdentifierSchemes schemes;
  private final CampaignMembers members;

  ImportReference(
      DataSource database,
      FormatTypeRepository formatTypes,
      IdentifierSchemes schemes,
      CampaignMembers members) {
    this.database = database;
    this.formatTypes = formatTypes;
    this.schemes = schemes;
    this.members = members;
  }

  IdentifierScheme scheme() {
    return onEventLoop(schemes::current);
  }

  /** A word that is another one when anything has changed that resources are checked against. */
  String state() throws SQLException {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(STATE)) {
      row.next();
      return row.getString(1);
    }
  }

  ReferenceData data() throws SQLException {
    FormatTypes types = onEventLoop(formatTypes::all);
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      List<ReferenceData.CategoryNode> categories = new ArrayList<>();
      try (ResultSet rows =
          statement.executeQuery("select code, parent, name from category where not retired")) {
        while (rows.next()) {
          categories.add(
              new ReferenceData.CategoryNode(
                  rows.getString(1), rows.getString(2), rows.getString(3)));
        }
      }
      return new ReferenceData(
          pairs(statement, "select code, name from department where state = 'ACTIVE'"),
          categories,
          types,
          pairs(statement, "select code, label from resource_format_type"),
          scheme(),
          entries(statement, "office"),
          entries(statement, "business_function"),
          entries(statement, "information_system"));
    }
  }

  private static DepartmentEntries entries(Statement statement, String table) throws SQLException {
    DepartmentEntries entries = new DepartmentEntries();
    try (ResultSet rows =
        statement.executeQuery(
            "select department_code, name, id from " + table + " where not abolished")) {
      while (rows.next()) {
        entries.add(rows.getString(1), rows.getString(2), rows.getObject(3, UUID.class));
      }
    }
    return entries;
  }

  /** What each department gives to the identifiers of its resources, by its code. */
  Map<String, SegmentValues> digitsOfDepartments() throws SQLException {
    Map<String, SegmentValues> digits = new HashMap<>();
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery("select code, serial, region_code from department")) {
      while (rows.next()) {
        digits.put(
            rows.getString(1), new SegmentValues(null, rows.getString(2), rows.getString(3)));
      }
    }
    return digits;
  }

  private static Map<String, String> pairs(Statement statement, String query) throws SQLException {
    Map<String, String> pairs = new HashMap<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        pairs.put(rows.getString(1), rows.getString(2));
      }
    }
    return pairs;
  }

  /**
   * What the catalogue holds.
   *
   * @param department whose resources, or {@code null} for all
   */
  KnownCatalogue catalogue(String department) throws SQLException {
    List<KnownResource> known = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(KNOWN)) {
      statement.setString(1, department);
      statement.setString(2, department);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          String published = rows.getString(5);
          known.add(
              new KnownResource(
                  rows.getObject(1, UUID.class),
                  rows.getString(2),
                  rows.getString(3),
                  rows.getString(4),
                  published == null ? null : UUID.fromString(published),
                  rows.getString(6)));
        }
      }
    }
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(VACANT)) {
      while (rows.next()) {
        known.add(
            new KnownResource(
                rows.getObject(1, UUID.class), null, null, rows.getString(2), null, null));
      }
    }
    return new KnownCatalogue(known, department == null ? Set.of() : elsewhere(department));
  }

  private Set<String> elsewhere(String department) throws SQLException {
    Set<String> published = new HashSet<>();
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(ELSEWHERE)) {
      statement.setString(1, department);
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          published.add(rows.getString(1));
        }
      }
    }
    return published;
  }

  /** Departments that take part in a campaign; none if it is {@code null}. */
  Set<String> participants(UUID campaign) {
    return campaign == null ? Set.of() : onEventLoop(() -> members.of(campaign));
  }

  private static <T> T onEventLoop(Supplier<Uni<T>> work) {
    try {
      return VertxContextSupport.subscribeAndAwait(() -> Panache.withSession(work));
    } catch (RuntimeException | Error failure) {
      throw failure;
    } catch (Throwable failure) {
      throw new IllegalStateException(failure);
    }
  }
}
