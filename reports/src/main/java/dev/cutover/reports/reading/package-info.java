@NullMarked
package dev.cutover.reports.reading;

import org.jspecify.annotations.NullMarked;
