/** Whether a system can serve. */
@NullMarked
package dev.cutover.kit.health;

import org.jspecify.annotations.NullMarked;
