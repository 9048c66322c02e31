package dev.cutover.record.event;

/** A process that the testbed started, on the runtime of processes. */
public sealed interface ProcessEvent extends Event {

    String component();

    long pid();

    @Line(
            kind = "process",
            state = "started",
            says = "`startTicks` with the pid names a process for ever; 0 if not known")
    record Started(String component, long pid, long startTicks) implements ProcessEvent {}

    @Line(kind = "process", state = "ready", says = "it answers as its component's `ready` asks")
    record Ready(String component, long pid, double tookMs) implements ProcessEvent {}

    @Line(kind = "process", state = "ended", says = "by itself or by the testbed: `detail`")
    record Ended(String component, long pid, String detail) implements ProcessEvent {}
}
