package org.govshare.exchange.run;

import java.util.List;
import java.util.UUID;

/**
 * Which parked rows are meant; whatever is null does not limit them.
 *
 * @param target which target of the service, from 1
 * @param ofRun the run that parked them
 * @param reason code of why they do not fit
 * @param constraint the constraint that they break
 * @param rows their numbers at the target
 */
public record ParkedChoice(
    Integer target, UUID ofRun, String reason, String constraint, List<Long> rows) {}
