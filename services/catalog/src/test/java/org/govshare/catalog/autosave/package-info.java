/** Tests of what is typed and not handed in. */
package org.govshare.catalog.autosave;
