/**
 * What a caller is told when a request fails: RFC 9457 problems, their Chinese and English wording,
 * and the mappers that turn every failure into one. Rules of a single service do not belong here.
 */
package org.govshare.platform.problem;
