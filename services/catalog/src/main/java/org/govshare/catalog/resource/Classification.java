package org.govshare.catalog.resource;

import java.util.List;

/** 密级. The platform takes what is not classified, and nothing else. */
public final class Classification {

  /** 非涉密: the only level that enters. */
  public static final String UNCLASSIFIED = "UNCLASSIFIED";

  /** 秘密, 机密 and 绝密, the levels of the Law on Guarding State Secrets. */
  private static final List<String> STATE_SECRETS =
      List.of("CONFIDENTIAL", "SECRET", "TOP_SECRET", "秘密", "机密", "绝密");

  private Classification() {}

  /** Whether a level makes its data a state secret, which belongs on no part of this platform. */
  public static boolean isStateSecret(String level) {
    // The term stands behind it: 机密★20年.
    return STATE_SECRETS.stream().anyMatch(level::startsWith);
  }
}
