/** Tests of finding resources. */
package org.govshare.catalog.finding;
