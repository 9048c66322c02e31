/** Makes run directories as a rehearsal would leave them behind. */
@NullMarked
package dev.cutover.reports.sample;

import org.jspecify.annotations.NullMarked;
