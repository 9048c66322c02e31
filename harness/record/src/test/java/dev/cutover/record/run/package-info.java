@NullMarked
package dev.cutover.record.run;

import org.jspecify.annotations.NullMarked;
