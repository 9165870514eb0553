/** Tests of the scheduled work. */
package org.govshare.catalog.schedule;
