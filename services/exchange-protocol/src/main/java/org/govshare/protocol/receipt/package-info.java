/**
 * The proof of what a target committed: canonical bytes, signatures and the chain. Needs public
 * keys only; knows no broker and no database.
 */
package org.govshare.protocol.receipt;
