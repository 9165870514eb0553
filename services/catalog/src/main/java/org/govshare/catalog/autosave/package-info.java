/** What people typed into forms and have not handed in yet; nobody but themselves sees it. */
package org.govshare.catalog.autosave;
