/** The client of the payment provider. */
@NullMarked
package dev.cutover.kit.payments;

import org.jspecify.annotations.NullMarked;
