/** Stands for the payment provider. */
@NullMarked
package dev.cutover.payments;

import org.jspecify.annotations.NullMarked;
