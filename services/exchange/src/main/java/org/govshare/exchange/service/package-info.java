/**
 * 交换服务: the design of what goes from where to where, and the rules it must keep. How it is carried
 * out belongs to the runs.
 */
package org.govshare.exchange.service;
