/** What waits for the caller. The work itself belongs to the other packages. */
package org.govshare.catalog.todo;
