package org.govshare.exchange.service;

/** State of an exchange service. */
public enum ServiceState {
  /** May be run. */
  DEPLOYED,
  /** May not be run: suspended by hand, or because its grant has ended. */
  STOPPED
}
