/** How both ends of a service are compared from what they tell of their tables in several looks. */
package org.govshare.protocol.reconciliation;
