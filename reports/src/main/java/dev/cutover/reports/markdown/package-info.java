@NullMarked
package dev.cutover.reports.markdown;

import org.jspecify.annotations.NullMarked;
