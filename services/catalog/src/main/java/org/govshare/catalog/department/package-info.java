/**
 * The departments that provide and ask for resources. What a department consists of and does is in
 * {@code organisation}.
 */
package org.govshare.catalog.department;
