/** Moving buckets from one system to the other without losing or doubling anything. */
@NullMarked
package dev.cutover.bridge.move;

import org.jspecify.annotations.NullMarked;
