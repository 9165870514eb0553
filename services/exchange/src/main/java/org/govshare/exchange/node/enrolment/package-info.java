/** Taking in nodes: a code good once, proof that the node holds its keys, and a second look. */
package org.govshare.exchange.node.enrolment;
