/** Exchange services as the exchange told of them, with their figures and last run. */
package org.govshare.monitoring.service;
