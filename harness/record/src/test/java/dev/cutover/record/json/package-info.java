@NullMarked
package dev.cutover.record.json;

import org.jspecify.annotations.NullMarked;
