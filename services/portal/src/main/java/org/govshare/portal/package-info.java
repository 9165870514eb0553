/**
 * What the whole portal shares: its configuration. Features have packages of their own; nothing
 * that only one of them needs belongs here.
 */
package org.govshare.portal;
