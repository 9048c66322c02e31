/** Stands for a third party that both systems call. */
@NullMarked
package dev.cutover.thirdparty;

import org.jspecify.annotations.NullMarked;
