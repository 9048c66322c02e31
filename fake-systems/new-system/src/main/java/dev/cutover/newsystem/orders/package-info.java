/** Customers, orders, the ledger: commands and queries. */
@NullMarked
package dev.cutover.newsystem.orders;

import org.jspecify.annotations.NullMarked;
