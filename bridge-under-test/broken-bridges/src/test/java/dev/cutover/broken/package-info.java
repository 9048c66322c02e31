@NullMarked
package dev.cutover.broken;

import org.jspecify.annotations.NullMarked;
