@NullMarked
package dev.cutover.record.dump;

import org.jspecify.annotations.NullMarked;
