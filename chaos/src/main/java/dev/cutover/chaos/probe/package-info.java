/** What a link answers, seen from outside. */
@NullMarked
package dev.cutover.chaos.probe;

import org.jspecify.annotations.NullMarked;
