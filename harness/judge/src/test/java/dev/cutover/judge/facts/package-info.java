@NullMarked
package dev.cutover.judge.facts;

import org.jspecify.annotations.NullMarked;
