/** The old order system: JSON over HTTP, cents, business days, return codes. */
@NullMarked
package dev.cutover.oldsystem;

import org.jspecify.annotations.NullMarked;
