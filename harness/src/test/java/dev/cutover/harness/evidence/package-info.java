@NullMarked
package dev.cutover.harness.evidence;

import org.jspecify.annotations.NullMarked;
