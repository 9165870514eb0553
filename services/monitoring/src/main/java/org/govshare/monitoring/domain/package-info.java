/** Business domains (业务域): their services, figures and health. */
package org.govshare.monitoring.domain;
