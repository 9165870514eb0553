/** Graphs of services that are run as a whole: each after the success of those before it. */
package org.govshare.exchange.process;
