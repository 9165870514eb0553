/**
 * The program that runs the whole platform on one machine: the command line only. What it starts is
 * in {@code platform}, what it fills the databases with in {@code demodata}, what it does with the
 * running platform in {@code provision} and {@code demo}.
 */
package org.govshare.standalone;
