/**
 * Connections to a department's PostgreSQL databases, their catalogues, quoting and the local
 * allow-list. No frames.
 */
package org.govshare.node.database;
