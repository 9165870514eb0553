/** Lists are read in pages of bounded size. */
package org.govshare.platform.reactive.paging;
