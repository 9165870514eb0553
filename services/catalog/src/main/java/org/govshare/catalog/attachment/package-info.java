/**
 * Files that belong to something else in the catalogue. They live in the database, in pieces of one
 * mebibyte, so that a backup has them and memory stays flat whatever their size. What may be read
 * or written is asked of their owners.
 */
package org.govshare.catalog.attachment;
