/** The rules of a design, without the service around them. */
package org.govshare.exchange.service;
