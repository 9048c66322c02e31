@NullMarked
package dev.cutover.record.verdict;

import org.jspecify.annotations.NullMarked;
