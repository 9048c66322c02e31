package dev.cutover.record.event;

import org.jspecify.annotations.Nullable;

/**
 * How often the defect of the broken bridge that is rehearsed has acted.
 *
 * @param bridge of which broken bridge, where several share a run; else nothing
 * @param times since its component was started
 */
@Line(
        kind = "defect",
        says =
                "the seeded defect of a broken bridge has acted so many `times` since its component was started, in `bridge` if several share the run; at most once a second, when it is another number")
public record DefectEvent(@Nullable String bridge, long times) implements Event {}
