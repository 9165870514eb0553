/** Numbers held back for one department, so that nothing else is allotted or kept there. */
package org.govshare.catalog.identifier.reservation;
