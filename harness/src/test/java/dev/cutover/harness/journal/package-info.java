@NullMarked
package dev.cutover.harness.journal;

import org.jspecify.annotations.NullMarked;
