@NullMarked
package dev.cutover.reports.html;

import org.jspecify.annotations.NullMarked;
