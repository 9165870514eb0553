/**
 * 供需对接: what departments need and nobody has published, who could provide it, and what came of it;
 * and the catalogue of all such needs.
 */
package org.govshare.catalog.demand;
