/** What the operating system says about processes. */
@NullMarked
package dev.cutover.chaos.process;

import org.jspecify.annotations.NullMarked;
