/** Tests of how people are told. */
package org.govshare.catalog.notification;
