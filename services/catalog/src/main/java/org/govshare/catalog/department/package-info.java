/** The departments that provide and ask for resources: reference data, read only here. */
package org.govshare.catalog.department;
