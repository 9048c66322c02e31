@NullMarked
package dev.cutover.harness.rehearsal;

import org.jspecify.annotations.NullMarked;
