/** Strict reading of YAML: every key is known, every value has its type, every error says where. */
@NullMarked
package dev.cutover.harness.plan.yaml;

import org.jspecify.annotations.NullMarked;
