@NullMarked
package dev.cutover.reports.show;

import org.jspecify.annotations.NullMarked;
