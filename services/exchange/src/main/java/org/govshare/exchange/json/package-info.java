/** JSON as it is kept in columns and read from messages. */
package org.govshare.exchange.json;
