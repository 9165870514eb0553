/**
 * 开放目录计划: what is open to the public, what a department means to open and when, and what could be
 * opened. What is open is said by the entry itself and never by the plan.
 */
package org.govshare.catalog.demand.opening;
