@NullMarked
package dev.cutover.bridge.move;

import org.jspecify.annotations.NullMarked;
