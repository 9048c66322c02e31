/** Tests that see all modules. */
@NullMarked
package dev.cutover.ci;

import org.jspecify.annotations.NullMarked;
