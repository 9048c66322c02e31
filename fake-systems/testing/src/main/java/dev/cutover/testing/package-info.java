/** What a fake system is tested with: a database, a link that can be cut, a payment provider, a client. */
@NullMarked
package dev.cutover.testing;

import org.jspecify.annotations.NullMarked;
