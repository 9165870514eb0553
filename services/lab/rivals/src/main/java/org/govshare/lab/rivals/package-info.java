/** Other programs that copy a table between databases, run as their own documentation advises. */
package org.govshare.lab.rivals;
