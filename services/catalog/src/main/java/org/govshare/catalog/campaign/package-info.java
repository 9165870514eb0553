/**
 * Compilation campaigns (目录编制): one library, compiled by many departments in four steps, each of
 * which the lead department or the publisher accepts. What is compiled are ordinary resources that
 * name the campaign.
 */
package org.govshare.catalog.campaign;
