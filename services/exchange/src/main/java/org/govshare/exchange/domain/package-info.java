/** 业务域: the business domains that exchange services belong to. */
package org.govshare.exchange.domain;
