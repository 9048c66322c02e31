@NullMarked
package dev.cutover.record.event;

import org.jspecify.annotations.NullMarked;
