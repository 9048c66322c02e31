/** The system that is migrated from. */
@NullMarked
package dev.cutover.oldsystem;

import org.jspecify.annotations.NullMarked;
