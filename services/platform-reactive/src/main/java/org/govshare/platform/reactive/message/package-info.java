/** The form of facts and their acknowledgements on the broker. */
package org.govshare.platform.reactive.message;
