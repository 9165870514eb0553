/**
 * Information resources and their data items: what they hold, compiling, reading and finding them.
 * Moving one from state to state belongs to {@code lifecycle}.
 */
package org.govshare.catalog.resource;
