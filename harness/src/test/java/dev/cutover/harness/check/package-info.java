@NullMarked
package dev.cutover.harness.check;

import org.jspecify.annotations.NullMarked;
