/** Tests of what is worked out of runs. */
package org.govshare.exchange.run;
