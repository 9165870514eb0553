/**
 * What an agent remembers on its own disk: assignments, the last command, receipts it holds.
 * Nothing that a target's database is the authority for.
 */
package org.govshare.node.state;
