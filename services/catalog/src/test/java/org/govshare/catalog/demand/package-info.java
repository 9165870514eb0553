/** Tests of demands, the catalogue of needs and the opening plan. */
package org.govshare.catalog.demand;
