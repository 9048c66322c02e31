/** The operators' port: routing, comparisons, health, metrics. */
@NullMarked
package dev.cutover.bridge.admin;

import org.jspecify.annotations.NullMarked;
