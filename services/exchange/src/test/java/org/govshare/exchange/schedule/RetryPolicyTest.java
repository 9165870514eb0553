package org.govshare.exchange.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {

  private final RetryPolicy policy =
      new RetryPolicy(3, 10, 4, 60, Set.of(FailureKind.STRUCTURE, FailureKind.OTHER));

  @Test
  void delaysGrowUpToTheLongest() {
    assertThat(policy.delayAfter(1, "schema-drift")).contains(Duration.ofSeconds(10));
    assertThat(policy.delayAfter(2, "schema-drift")).contains(Duration.ofSeconds(40));
    assertThat(policy.delayAfter(3, "never heard of")).contains(Duration.ofSeconds(60));
    assertThat(policy.delayAfter(4, "schema-drift")).isEmpty();
  }

  @Test
  void onlyTheKindsNamed() {
    assertThat(policy.delayAfter(1, "constraint-violated")).isEmpty();
    assertThat(policy.delayAfter(1, null)).isPresent();
    assertThat(RetryPolicy.NONE.delayAfter(1, "schema-drift")).isEmpty();
  }
}
