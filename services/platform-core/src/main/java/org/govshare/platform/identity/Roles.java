package org.govshare.platform.identity;

import java.util.Set;

/** The roles of the realm. */
public final class Roles {

  /** 编目员: compiles a department's catalogue entries. */
  public static final String CATALOG_EDITOR = "catalog-editor";

  /** 部门审核员: reviews a department's entries and decides on requests for them. */
  public static final String DEPARTMENT_REVIEWER = "department-reviewer";

  /** 前置机管理员: looks after a department's node. */
  public static final String NODE_OPERATOR = "node-operator";

  /** 申请人: asks other departments for their resources. */
  public static final String REQUESTER = "requester";

  /** 目录发布: publishes registered entries. */
  public static final String CATALOG_PUBLISHER = "catalog-publisher";

  /** 共享审核: checks requests for compliance. */
  public static final String SHARING_REVIEWER = "sharing-reviewer";

  /** 交换配置: designs exchange services. */
  public static final String EXCHANGE_DESIGNER = "exchange-designer";

  /** 交换运维: runs exchange services. */
  public static final String EXCHANGE_OPERATOR = "exchange-operator";

  /** 监控: watches the platform. */
  public static final String MONITOR = "monitor";

  /** 系统管理员, one of the three separated duties. */
  public static final String SYSADMIN = "sysadmin";

  /** 安全管理员, one of the three separated duties. */
  public static final String SECADMIN = "secadmin";

  /** 审计管理员, one of the three separated duties. */
  public static final String AUDITOR = "auditor";

  /** 三员: no two of these in one token. */
  public static final Set<String> SEPARATED = Set.of(SYSADMIN, SECADMIN, AUDITOR);

  private Roles() {}
}
