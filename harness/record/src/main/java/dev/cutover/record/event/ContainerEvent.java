package dev.cutover.record.event;

import org.jspecify.annotations.Nullable;

/** A container that the testbed started. */
public sealed interface ContainerEvent extends Event {

    String component();

    /** The engine's short id. */
    String container();

    /**
     * It runs.
     *
     * @param image by the name that it was asked for
     * @param imageDigest under which a registry has it; null of one that was built here
     */
    @Line(
            kind = "container",
            state = "started",
            says = "`pid` of its first process, as the machine sees it; `imageId` and `imageDigest` as the engine"
                    + " knows the image, the latter only of one that came from a registry")
    record Started(
            String component,
            String container,
            long pid,
            String image,
            String imageId,
            @Nullable String imageDigest) implements ContainerEvent {}

    @Line(kind = "container", state = "ready", says = "it answers as its component's `ready` asks")
    record Ready(String component, String container, double tookMs) implements ContainerEvent {}

    @Line(kind = "container", state = "ended", says = "by itself or by the testbed: `detail`")
    record Ended(String component, String container, String detail) implements ContainerEvent {}
}
