package org.govshare.portal.session;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** The clock that sessions live by. */
@Dependent
class SystemClock {

  @Produces
  Clock clock() {
    return Clock.systemUTC();
  }
}
