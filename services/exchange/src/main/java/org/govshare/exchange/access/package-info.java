/**
 * Which exchange services a caller may see. What a caller may change is each feature's own rule.
 */
package org.govshare.exchange.access;
