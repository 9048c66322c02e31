@NullMarked
package dev.cutover.simulation;

import org.jspecify.annotations.NullMarked;
