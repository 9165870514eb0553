/**
 * 行政区划: regions by GB/T 2260 down to the county and by GB/T 10114 below it. Who is responsible for
 * a region does not belong here.
 */
package org.govshare.catalog.region;
