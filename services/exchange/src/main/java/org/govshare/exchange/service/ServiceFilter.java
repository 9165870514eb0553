package org.govshare.exchange.service;

import java.util.Locale;
import java.util.Optional;
import org.govshare.platform.problem.InvalidInput;

/**
 * Which services are asked for.
 *
 * @param department a department at either end
 * @param domain code of a domain
 * @param state a state
 * @param text part of the code or the name
 */
record ServiceFilter(
    Optional<String> department,
    Optional<String> domain,
    Optional<ServiceState> state,
    Optional<String> text) {

  private static final int TEXT_LIMIT = 100;

  static ServiceFilter of(Optional<String> department, String domain, String state, String text) {
    if (text != null && text.length() > TEXT_LIMIT) {
      throw new InvalidInput("q", "too-long", TEXT_LIMIT);
    }
    return new ServiceFilter(
        department, present(domain), present(state).map(ServiceFilter::state), present(text));
  }

  private static Optional<String> present(String value) {
    return Optional.ofNullable(value).map(String::strip).filter(it -> !it.isEmpty());
  }

  private static ServiceState state(String name) {
    try {
      return ServiceState.valueOf(name.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException unknown) {
      throw new InvalidInput("state", "unknown", name);
    }
  }
}
