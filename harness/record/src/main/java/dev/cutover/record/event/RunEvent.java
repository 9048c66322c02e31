package dev.cutover.record.event;

/** The whole run. */
public sealed interface RunEvent extends Event {

    @Line(kind = "run", state = "started", says = "the first line of a run")
    record Started() implements RunEvent {}

    @Line(kind = "run", state = "interrupted", says = "somebody asked the testbed to stop")
    record Interrupted() implements RunEvent {}

    @Line(
            kind = "run",
            state = "ended",
            says = "the last line: everything is observed, stopped and saved; a run without it is not whole")
    record Ended() implements RunEvent {}
}
