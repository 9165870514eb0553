/** The classification of resources: base libraries, theme libraries, departments. */
package org.govshare.catalog.category;
