/** Brings changes into their target, each exactly once. */
@NullMarked
package dev.cutover.sync.apply;

import org.jspecify.annotations.NullMarked;
