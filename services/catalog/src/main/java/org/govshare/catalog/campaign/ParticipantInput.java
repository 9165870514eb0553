package org.govshare.catalog.campaign;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A department that takes part.
 *
 * @param department its code
 * @param batch number of its batch
 */
@RegisterForReflection
record ParticipantInput(String department, Integer batch) {}
