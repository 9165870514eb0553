/** The form of a fact for the audit trail. Where the trail is kept is not decided here. */
package org.govshare.platform.audit;
