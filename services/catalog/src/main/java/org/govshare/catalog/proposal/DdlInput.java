package org.govshare.catalog.proposal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.govshare.platform.problem.InputChecks;

/**
 * A script that creates a department's tables.
 *
 * @param ddl at most 1,000,000 characters, 200 tables, 500 columns each
 * @param schema schema of the tables that name none, {@code public} if absent
 * @param campaignId campaign for which the drafts will be compiled, may be absent
 * @param skipFaulty whether to go on with the other statements if some cannot be read
 */
@RegisterForReflection
record DdlInput(String ddl, String schema, UUID campaignId, Boolean skipFaulty) {

  private static final int SCRIPT_LIMIT = 1_000_000;
  private static final int SQL_NAME_LIMIT = 63;

  void check() {
    new InputChecks()
        .required("ddl", ddl)
        .that(ddl == null || ddl.length() <= SCRIPT_LIMIT, "ddl", "too-long", SCRIPT_LIMIT)
        .optionalText("schema", schema, SQL_NAME_LIMIT)
        .done();
  }

  String schemaOr(String named) {
    if (named != null) {
      return named;
    }
    return schema == null || schema.isBlank() ? "public" : schema.strip();
  }
}
