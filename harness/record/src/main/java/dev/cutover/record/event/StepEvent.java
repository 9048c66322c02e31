package dev.cutover.record.event;

/** Work that takes long: environment, load (until it is warmed up), bootstrap, quiesce, observe. */
public sealed interface StepEvent extends Event {

    Step step();

    @Line(kind = "step", state = "begin", says = "`step`: environment, load, bootstrap, quiesce or observe")
    record Began(Step step) implements StepEvent {}

    @Line(kind = "step", state = "end", says = "done")
    record Ended(Step step, double tookMs, String detail) implements StepEvent {}

    @Line(kind = "step", state = "failed", says = "not done; `detail` says why")
    record Failed(Step step, double tookMs, String detail) implements StepEvent {}
}
