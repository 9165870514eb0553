package org.govshare.catalog.proposal.schema;

import java.util.List;

/**
 * Why a statement cannot be read.
 *
 * @param line line of the script, from 1
 * @param reason key of the message, looked up as {@code field.<reason>}
 * @param arguments values set into the message
 */
public record DdlFault(int line, String reason, List<Object> arguments) {}
