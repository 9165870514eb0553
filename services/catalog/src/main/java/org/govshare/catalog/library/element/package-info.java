/** Standard data elements, and which of them a name means. */
package org.govshare.catalog.library.element;
