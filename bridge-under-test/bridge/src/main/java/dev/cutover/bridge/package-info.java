/** The reference bridge: routes each request to the old or the new system. */
@NullMarked
package dev.cutover.bridge;

import org.jspecify.annotations.NullMarked;
