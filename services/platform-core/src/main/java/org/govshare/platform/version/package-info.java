/** Versions of what can be written: the entity tag a reader gets and the one a writer must name. */
package org.govshare.platform.version;
