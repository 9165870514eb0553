/** Tests of the opening plan. */
package org.govshare.catalog.demand.opening;
