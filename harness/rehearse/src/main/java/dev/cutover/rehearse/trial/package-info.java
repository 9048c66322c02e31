/** Every part of a plan tried once on running systems, before a rehearsal relies on it. */
@NullMarked
package dev.cutover.rehearse.trial;

import org.jspecify.annotations.NullMarked;
