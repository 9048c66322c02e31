/** How a system is configured, started and stopped. */
@NullMarked
package dev.cutover.kit.program;

import org.jspecify.annotations.NullMarked;
