/** The REST API. */
@NullMarked
package dev.cutover.newsystem.api;

import org.jspecify.annotations.NullMarked;
