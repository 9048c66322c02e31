/** How far each direction came, and how far it is behind. */
@NullMarked
package dev.cutover.sync.lag;

import org.jspecify.annotations.NullMarked;
