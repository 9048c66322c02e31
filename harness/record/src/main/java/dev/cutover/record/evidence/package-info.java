@NullMarked
package dev.cutover.record.evidence;

import org.jspecify.annotations.NullMarked;
