/** Where the sync can be made to crash. */
@NullMarked
package dev.cutover.sync.crash;

import org.jspecify.annotations.NullMarked;
