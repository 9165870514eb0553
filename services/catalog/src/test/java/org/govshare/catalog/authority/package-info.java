/** Whose a datum is: found, decided, revised, and said to who asks. */
package org.govshare.catalog.authority;
