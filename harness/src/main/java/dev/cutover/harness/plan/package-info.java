@NullMarked
package dev.cutover.harness.plan;

import org.jspecify.annotations.NullMarked;
