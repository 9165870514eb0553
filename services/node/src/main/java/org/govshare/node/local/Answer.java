package org.govshare.node.local;

/**
 * What the agent answers to a command.
 *
 * @param exit 0 if it was done, 1 if it could not be, 2 if it was called wrongly
 * @param text for people
 * @param data the same for programs; null if there is nothing but the text
 */
record Answer(int exit, String text, Object data) {
  static Answer done(String text) {
    return new Answer(0, text, null);
  }

  static Answer refused(String text) {
    return new Answer(1, text, null);
  }

  static Answer wrong(String text) {
    return new Answer(2, text + "\n\n" + Operator.USAGE, null);
  }
}
