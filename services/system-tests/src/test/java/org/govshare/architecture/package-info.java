/** The rules that the whole code base keeps, as tests. */
package org.govshare.architecture;
