@NullMarked
package dev.cutover.reports.markup;

import org.jspecify.annotations.NullMarked;
