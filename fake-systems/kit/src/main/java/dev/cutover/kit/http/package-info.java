/** The HTTP server and what every page and answer needs. */
@NullMarked
package dev.cutover.kit.http;

import org.jspecify.annotations.NullMarked;
