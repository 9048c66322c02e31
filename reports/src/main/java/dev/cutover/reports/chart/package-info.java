@NullMarked
package dev.cutover.reports.chart;

import org.jspecify.annotations.NullMarked;
