/** Tests of saved searches. */
package org.govshare.catalog.finding.saved;
