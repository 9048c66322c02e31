@NullMarked
package dev.cutover.record.journal;

import org.jspecify.annotations.NullMarked;
