package org.govshare.portal.user;

/**
 * What the page before login shows.
 *
 * @param name the platform's name
 */
record Platform(Name name) {

  /**
   * A name in both languages.
   *
   * @param zh Chinese
   * @param en English
   */
  record Name(String zh, String en) {}
}
