/** What a server answers, seen from outside. */
@NullMarked
package dev.cutover.environment.probe;

import org.jspecify.annotations.NullMarked;
