/** Tests of the departments. */
package org.govshare.catalog.department;
