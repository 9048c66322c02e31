@NullMarked
package dev.cutover.reports.charts;

import org.jspecify.annotations.NullMarked;
