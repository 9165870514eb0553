/** What fault campaigns ask of the processes that they start. */
package org.govshare.protocol.fault;
