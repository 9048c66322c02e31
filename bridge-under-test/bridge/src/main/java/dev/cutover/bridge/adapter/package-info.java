/** The old contract in terms of the new one: requests there, answers back. */
@NullMarked
package dev.cutover.bridge.adapter;

import org.jspecify.annotations.NullMarked;
