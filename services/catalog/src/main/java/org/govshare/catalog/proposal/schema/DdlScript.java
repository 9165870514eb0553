package org.govshare.catalog.proposal.schema;

import java.util.List;

/**
 * What a script says.
 *
 * @param tables the tables it creates
 * @param faults the statements on tables that cannot be read
 * @param ignored how many statements create no table and comment on none
 */
public record DdlScript(List<SourceTable> tables, List<DdlFault> faults, int ignored) {}
