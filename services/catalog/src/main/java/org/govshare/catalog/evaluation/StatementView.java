package org.govshare.catalog.evaluation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.govshare.platform.version.Versioned;

/**
 * What a department says to its results. The revision is the number in its {@code ETag}.
 *
 * @param statement absent if it has said nothing yet
 * @param revision 0 if it has said nothing yet
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementView(String statement, long revision) implements Versioned {

  static final StatementView NONE = new StatementView(null, 0);
}
