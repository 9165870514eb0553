package org.govshare.standalone.demo;

/** The main job did not end as it should; the message says in what. */
public final class DemoFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DemoFailure(String message) {
    super(message);
  }
}
