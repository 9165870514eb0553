package org.govshare.exchange.service;

import org.govshare.exchange.grant.GrantView;
import org.govshare.exchange.node.OpenTable;
import org.govshare.exchange.node.RegisteredNode;

/**
 * What a draft names, as far as it exists; {@code null} stands for what does not.
 *
 * @param codeTaken whether another service has the draft's code
 * @param domainExists whether the draft's domain exists
 * @param grant the grant
 * @param sourceNode the node to read at
 * @param targetNode the node to write at
 * @param sourceTable the table to read
 * @param targetTable the table to write
 * @param neighbours other services at these tables
 */
record DesignContext(
    boolean codeTaken,
    boolean domainExists,
    GrantView grant,
    RegisteredNode sourceNode,
    RegisteredNode targetNode,
    OpenTable sourceTable,
    OpenTable targetTable,
    Neighbours neighbours) {

  static DesignContext of(boolean codeTaken, boolean domainExists) {
    return new DesignContext(
        codeTaken, domainExists, null, null, null, null, null, Neighbours.NONE);
  }

  DesignContext with(GrantView found) {
    return new DesignContext(
        codeTaken,
        domainExists,
        found,
        sourceNode,
        targetNode,
        sourceTable,
        targetTable,
        neighbours);
  }

  DesignContext withSource(RegisteredNode found) {
    return new DesignContext(
        codeTaken, domainExists, grant, found, targetNode, sourceTable, targetTable, neighbours);
  }

  DesignContext withTarget(RegisteredNode found) {
    return new DesignContext(
        codeTaken, domainExists, grant, sourceNode, found, sourceTable, targetTable, neighbours);
  }

  DesignContext withSourceTable(OpenTable found) {
    return new DesignContext(
        codeTaken, domainExists, grant, sourceNode, targetNode, found, targetTable, neighbours);
  }

  DesignContext withTargetTable(OpenTable found) {
    return new DesignContext(
        codeTaken, domainExists, grant, sourceNode, targetNode, sourceTable, found, neighbours);
  }

  DesignContext with(Neighbours found) {
    return new DesignContext(
        codeTaken, domainExists, grant, sourceNode, targetNode, sourceTable, targetTable, found);
  }
}
