@NullMarked
package dev.cutover.harness.load;

import org.jspecify.annotations.NullMarked;
