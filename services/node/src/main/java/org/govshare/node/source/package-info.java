/** The reading end of a channel: reads in key order, seals frames, keeps receipts. */
package org.govshare.node.source;
