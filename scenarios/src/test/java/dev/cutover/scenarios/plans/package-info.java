@NullMarked
package dev.cutover.scenarios.plans;

import org.jspecify.annotations.NullMarked;
