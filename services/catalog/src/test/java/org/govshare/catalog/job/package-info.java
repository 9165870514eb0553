/** Tests of long work. */
package org.govshare.catalog.job;
