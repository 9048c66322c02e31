/** The first copy of old's households to new, under live writes. */
@NullMarked
package dev.cutover.sync.bootstrap;

import org.jspecify.annotations.NullMarked;
