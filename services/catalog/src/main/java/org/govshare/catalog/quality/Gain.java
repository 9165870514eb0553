package org.govshare.catalog.quality;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/**
 * What meeting a criterion fully would add.
 *
 * @param action the criterion to meet
 * @param points what would be added to the score, above 0 and at most 100
 */
@RegisterForReflection
public record Gain(Criterion action, BigDecimal points) {}
