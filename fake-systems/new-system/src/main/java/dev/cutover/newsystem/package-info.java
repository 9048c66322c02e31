/** The new order system: a REST API, decimal amounts, instants, problem details. */
@NullMarked
package dev.cutover.newsystem;

import org.jspecify.annotations.NullMarked;
