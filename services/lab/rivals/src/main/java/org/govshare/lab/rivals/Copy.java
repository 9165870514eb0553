package org.govshare.lab.rivals;

/** A program that copies the table once each time it is asked. */
interface Copy extends AutoCloseable {

  /** Copies all rows; they are committed when it returns. */
  void run() throws Exception;
}
