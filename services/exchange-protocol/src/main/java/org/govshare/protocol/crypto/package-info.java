/** Digests, keys, signatures and key wrapping. Nothing about what is signed or sealed. */
package org.govshare.protocol.crypto;
