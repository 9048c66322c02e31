@NullMarked
package dev.cutover.record.recorder;

import org.jspecify.annotations.NullMarked;
