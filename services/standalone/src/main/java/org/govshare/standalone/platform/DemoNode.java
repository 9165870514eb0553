package org.govshare.standalone.platform;

import java.util.Arrays;
import java.util.List;

/**
 * The nodes of the demo platform. A node has its department's code, and so has its database. Agent
 * A hosts those that provide data, agent B those that receive.
 */
public enum DemoNode {
  GS("省工商局", Listener.NODE_A, List.of("enterprise_registration")),
  BB("省编委办", Listener.NODE_A, List.of("institution")),
  MZ(
      "省民政厅",
      Listener.NODE_A,
      List.of("social_organisation", "marriage_registration", "low_income_applicant")),
  SW("省税务局", Listener.NODE_B, List.of("enterprise")),
  TJ("省统计局", Listener.NODE_B, List.of("enterprise")),
  RS("省人力资源和社会保障厅", Listener.NODE_B, List.of("enterprise")),
  ZJ("省质量技术监督局", Listener.NODE_B, List.of("enterprise")),
  GA("省公安厅", Listener.NODE_B, List.of("enterprise"));

  private final String departmentName;
  private final Listener agent;
  private final List<String> tables;

  DemoNode(String departmentName, Listener agent, List<String> tables) {
    this.departmentName = departmentName;
    this.agent = agent;
    this.tables = tables;
  }

  /** Code of the node, of its department and of its database. */
  public String code() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }

  public String departmentName() {
    return departmentName;
  }

  /** The agent that hosts the node. */
  Listener agent() {
    return agent;
  }

  /** Tables of schema {@code public} that the platform may read or write. */
  List<String> tables() {
    return tables;
  }

  /** Whether the node provides data; otherwise it receives. */
  boolean provides() {
    return agent == Listener.NODE_A;
  }

  /** Code of the node's only data source. */
  public static String dataSource() {
    return "main";
  }

  static List<DemoNode> hostedBy(Listener agent) {
    return Arrays.stream(values()).filter(node -> node.agent == agent).toList();
  }

  static List<String> codes() {
    return Arrays.stream(values()).map(DemoNode::code).toList();
  }
}
