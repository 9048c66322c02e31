/** For loads that a plan brings itself: what they are told, and how they write the journal. Public: users' own programs call it. */
@NullMarked
package dev.cutover.record.recorder;

import org.jspecify.annotations.NullMarked;
