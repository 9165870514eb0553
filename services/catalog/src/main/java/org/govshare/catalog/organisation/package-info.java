/**
 * What a department consists of and does: offices, business functions, matters and information
 * systems, each in its own sub-package; here is what the four have in common. The departments
 * themselves are in {@code department}.
 */
package org.govshare.catalog.organisation;
