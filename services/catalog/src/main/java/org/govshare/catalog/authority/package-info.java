/**
 * 一数一源: finding data that several departments keep, deciding whose is the authoritative source, and
 * saying so to who asks another department for it.
 *
 * <p>Items are compared by name first. Names are folded to letters and digits, words of the synonym
 * list are replaced by their meaning, and a synonym of a standard data element by the element's
 * name; what remains is the item's key. Items of one key in several departments are candidates, and
 * so are keys whose sets of neighbouring characters resemble each other by Dice's measure. Type and
 * length add to the score.
 */
package org.govshare.catalog.authority;
