package dev.cutover.record.event;

/** The whole run. */
public sealed interface RunEvent extends Event {

    @Line(kind = "run", state = "started", says = "the first line of a run")
    record Started() implements RunEvent {}

    @Line(
            kind = "run",
            state = "interrupted",
            says = "the last line of a run that somebody asked to stop: what there is, is saved")
    record Interrupted() implements RunEvent {}

    @Line(
            kind = "run",
            state = "ended",
            says =
                    "the last line of a run that was played and observed, and is stopped and saved; one without it is not whole")
    record Ended() implements RunEvent {}
}
