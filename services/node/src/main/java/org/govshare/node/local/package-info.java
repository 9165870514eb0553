/**
 * How the department's own people ask and tell the agent at its machine: commands of {@code
 * govshare-node} over a socket in the state directory that only the agent's account can open. The
 * centre has no part in it.
 */
package org.govshare.node.local;
