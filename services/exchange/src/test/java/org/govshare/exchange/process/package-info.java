/** Tests of processes. */
package org.govshare.exchange.process;
