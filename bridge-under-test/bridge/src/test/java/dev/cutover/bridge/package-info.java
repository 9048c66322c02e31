@NullMarked
package dev.cutover.bridge;

import org.jspecify.annotations.NullMarked;
