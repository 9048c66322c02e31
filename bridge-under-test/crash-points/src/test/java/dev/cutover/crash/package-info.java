/** Named points at which a program can be made to crash. */
@NullMarked
package dev.cutover.crash;

import org.jspecify.annotations.NullMarked;
