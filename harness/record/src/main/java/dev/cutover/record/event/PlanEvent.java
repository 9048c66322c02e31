package dev.cutover.record.event;

/** Whether the phases were played to their end. */
public sealed interface PlanEvent extends Event {

    @Line(kind = "plan", state = "completed", says = "every phase was played")
    record Completed() implements PlanEvent {}

    @Line(
            kind = "plan",
            state = "ended-early",
            says = "`detail` says why no further phase was played; `loadAlive`: the injector still ran")
    record EndedEarly(String detail, boolean loadAlive) implements PlanEvent {}
}
