/** What a reconciliation sees of a table: keyed sums of its rows, and keyed hashes of some. */
package org.govshare.node.look;
