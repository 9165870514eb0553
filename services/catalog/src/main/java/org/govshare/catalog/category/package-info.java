/**
 * The classification of resources: base libraries, theme libraries, departments. Read only here.
 */
package org.govshare.catalog.category;
