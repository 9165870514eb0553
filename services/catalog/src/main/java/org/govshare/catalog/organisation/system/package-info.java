/** 信息系统 of the departments, and the clean-up of those that nobody uses (僵尸系统). */
package org.govshare.catalog.organisation.system;
