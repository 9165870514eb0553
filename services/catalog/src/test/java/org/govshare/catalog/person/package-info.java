/** Tests of who is known. */
package org.govshare.catalog.person;
