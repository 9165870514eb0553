/** The catalogue as its callers see it: tests over HTTP with real tokens, database and broker. */
package org.govshare.catalog;
