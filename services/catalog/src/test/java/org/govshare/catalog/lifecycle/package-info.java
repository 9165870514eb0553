/** Tests of the way of a resource. */
package org.govshare.catalog.lifecycle;
