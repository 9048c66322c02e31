/** Turns a run directory into reports; runs nothing. */
@NullMarked
package dev.cutover.reports;

import org.jspecify.annotations.NullMarked;
