package dev.cutover.record.event;

/**
 * How often the defect of the broken bridge that is rehearsed has acted.
 *
 * @param times since its component was started
 */
@Line(
        kind = "defect",
        says =
                "the seeded defect of a broken bridge has acted so many `times` since its component was started; at most once a second, when it is another number")
public record DefectEvent(long times) implements Event {}
