/**
 * What a node's own department decides about what leaves the node, whatever the centre commands:
 * holds, approvals, and the journal of what has left.
 */
package org.govshare.node.guard;
