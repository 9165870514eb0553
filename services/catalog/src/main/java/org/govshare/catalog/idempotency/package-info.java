/**
 * Requests with an {@code Idempotency-Key} are done once.
 *
 * <p>What holds: the key is claimed in a transaction of its own before the request is worked on,
 * and the answer is kept in another one after it, both in the database that all replicas share. So
 * of requests with the same key at most one is worked on at a time, and once its answer is kept,
 * every further one gets that answer. An answer from 400 on means that nothing was done, and frees
 * the key. If a replica dies between claim and answer, whether the request was done is not known
 * here: further ones are told so until the key lapses. If the database's word on a commit is lost,
 * the caller gets a 500 and the key is freed although the request may have been done; that is the
 * one case in which a retry can do it twice.
 *
 * <p>JSON bodies of up to 4 MiB count as part of the request; of any other body, its type, its
 * length and its {@code Content-Digest} (RFC 9530) if it is sent with one.
 */
package org.govshare.catalog.idempotency;
