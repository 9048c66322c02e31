@NullMarked
package dev.cutover.environment.yaml;

import org.jspecify.annotations.NullMarked;
