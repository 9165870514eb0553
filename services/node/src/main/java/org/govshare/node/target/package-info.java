/**
 * The committing end of a channel: mints epochs, applies frames with their inbox row, signs
 * receipts.
 */
package org.govshare.node.target;
