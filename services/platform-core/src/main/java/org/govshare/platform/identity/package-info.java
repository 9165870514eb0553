/**
 * Who is calling: name, department and roles out of a validated token, and the checks on them that
 * are the same in every service. What a role may do in a service is that service's own rule.
 */
package org.govshare.platform.identity;
