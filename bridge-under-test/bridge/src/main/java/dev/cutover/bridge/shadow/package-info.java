/** Mode dual: the new system is asked in the old one's shadow and the answers are compared. */
@NullMarked
package dev.cutover.bridge.shadow;

import org.jspecify.annotations.NullMarked;
