/**
 * A client of the platform's public REST interfaces, signed in as one of the demo users. Nothing in
 * it knows more than a department's own program would.
 */
package org.govshare.standalone.api;
