package dev.cutover.record.event;

/** A list of steps that is done again and again beside the load, such as a batch job. */
public sealed interface BackgroundEvent extends Event {

    /** The plan's name of the list. */
    String steps();

    @Line(kind = "background", state = "failed", says = "one time that the list `steps` could not be done")
    record Failed(String steps, double tookMs, String detail) implements BackgroundEvent {}

    @Line(
            kind = "background",
            state = "end",
            says = "there will be no more; `failed` of `runs` failed; `lastWell`: the last one did not")
    record Ended(String steps, long runs, long failed, boolean lastWell) implements BackgroundEvent {}
}
