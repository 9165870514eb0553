package org.govshare.catalog.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** Hands on to the next version what a workbook has no column for. */
final class Continuation {

  private static final String OF_RESOURCE =
      """
      update information_resource n set office_id = coalesce(n.office_id, p.office_id),
          function_id = coalesce(n.function_id, p.function_id), matter_id = p.matter_id,
          system_id = p.system_id, campaign_id = coalesce(n.campaign_id, p.campaign_id),
          open_condition = coalesce(n.open_condition, p.open_condition),
          contact_name = p.contact_name, contact_phone = p.contact_phone,
          contact_email = p.contact_email, data_updated_at = p.data_updated_at
      from information_resource p where n.id = ? and p.id = ?
      """;

  // An item goes on under its column, or else its name. The policy that its legal basis quotes goes
  // on only with the same words.
  private static final String OF_ITEMS =
      """
      update data_item n set data_element_id = p.data_element_id, code_table_id = p.code_table_id,
          legal_basis_id = case when n.legal_basis is not distinct from p.legal_basis
              then p.legal_basis_id end
      from (
          select distinct on (i.id) i.id, o.data_element_id, o.code_table_id, o.legal_basis_id,
              o.legal_basis
          from data_item i
          join data_item o on o.field_name = i.field_name or o.name = i.name
          where i.resource_id = ? and o.resource_id = ?
          order by i.id, o.field_name is not distinct from i.field_name desc) p
      where n.id = p.id
          and (p.data_element_id is not null or p.code_table_id is not null
              or p.legal_basis_id is not null)
      """;

  private Continuation() {}

  /** Looks at those alone that go on with what the catalogue has. */
  static void carryOver(Connection connection, List<Prepared> wanted) throws SQLException {
    List<Prepared> next = wanted.stream().filter(Prepared::isNextVersion).toList();
    for (String update : List.of(OF_RESOURCE, OF_ITEMS)) {
      try (PreparedStatement statement = connection.prepareStatement(update)) {
        for (Prepared prepared : next) {
          UUID before = prepared.continued().published();
          statement.setObject(1, prepared.resource().id());
          statement.setObject(2, before);
          statement.addBatch();
        }
        statement.executeBatch();
      }
    }
  }
}
