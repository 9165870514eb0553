/** Tests of what waits for whom. */
package org.govshare.catalog.todo;
