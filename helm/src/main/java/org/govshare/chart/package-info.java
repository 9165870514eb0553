/**
 * The chart as one file, and, among the tests, checks of the chart: it is linted, rendered with its
 * example values and with bad ones, and what comes out is read as YAML. No cluster is needed.
 * Nothing here knows how a service works inside.
 */
package org.govshare.chart;
