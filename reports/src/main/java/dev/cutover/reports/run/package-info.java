@NullMarked
package dev.cutover.reports.run;

import org.jspecify.annotations.NullMarked;
