/** Tests of schedules. */
package org.govshare.exchange.schedule;
