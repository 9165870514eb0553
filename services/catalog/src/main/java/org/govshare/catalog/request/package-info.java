/** Requests of departments for the data items of others, and the decisions on them. */
package org.govshare.catalog.request;
