@NullMarked
package dev.cutover.bridge.routing;

import org.jspecify.annotations.NullMarked;
