/** Names of the broker's addresses. Nothing about how they are reached. */
package org.govshare.protocol.address;
