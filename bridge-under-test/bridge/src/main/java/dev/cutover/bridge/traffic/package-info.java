/** The data path: one event loop that takes requests, holds or forwards them, and answers. */
@NullMarked
package dev.cutover.bridge.traffic;

import org.jspecify.annotations.NullMarked;
