/** What a plan says of its load, and the injector that is told of it. */
@NullMarked
package dev.cutover.rehearse.load;

import org.jspecify.annotations.NullMarked;
