/** 业务事项 of the departments. */
package org.govshare.catalog.organisation.matter;
