@NullMarked
package dev.cutover.bridge.traffic;

import org.jspecify.annotations.NullMarked;
