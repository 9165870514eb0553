/** 处室 of the departments. */
package org.govshare.catalog.organisation.office;
