package dev.cutover.record.event;

/**
 * A phase of the plan.
 *
 * <p>{@code index} is the phase byte of the journal.
 */
public sealed interface PhaseEvent extends Event {

    String phase();

    @Line(kind = "phase", state = "begin", says = "operations invoked from now on belong to the phase")
    record Began(String phase, int index) implements PhaseEvent {}

    @Line(kind = "phase", state = "end", says = "its time is over and its faults are healed")
    record Ended(String phase, int index) implements PhaseEvent {}
}
