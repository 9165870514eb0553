/** What becomes of transactions that get into each other's way; nothing of how they avoid it. */
package org.govshare.platform.reactive.collision;
