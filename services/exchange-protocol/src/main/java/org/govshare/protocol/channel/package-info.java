/** Answers that a target gives to its source on the return address. */
package org.govshare.protocol.channel;
