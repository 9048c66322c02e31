/** Which system owns which bucket, durable before it takes effect. */
@NullMarked
package dev.cutover.bridge.routing;

import org.jspecify.annotations.NullMarked;
