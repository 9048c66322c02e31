package dev.cutover.record.event;

/** A container that the testbed started. */
public sealed interface ContainerEvent extends Event {

    String component();

    /** The engine's short id. */
    String container();

    @Line(kind = "container", state = "started", says = "`pid` of its first process, as the machine sees it")
    record Started(String component, String container, long pid, String image) implements ContainerEvent {}

    @Line(kind = "container", state = "ready", says = "it answers as its component's `ready` asks")
    record Ready(String component, String container, double tookMs) implements ContainerEvent {}

    @Line(kind = "container", state = "ended", says = "by itself or by the testbed: `detail`")
    record Ended(String component, String container, String detail) implements ContainerEvent {}
}
