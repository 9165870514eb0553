/** What the departments' surveys rest on, with the files that show it. */
package org.govshare.catalog.campaign.evidence;
