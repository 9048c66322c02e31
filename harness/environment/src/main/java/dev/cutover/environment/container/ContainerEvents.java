package dev.cutover.environment.container;

import dev.cutover.record.event.ContainerEvent;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.Isolated;

/** Records containers. */
record ContainerEvents(EventLog log) {

    private static final double NANOS_PER_MS = 1e6;

    void started(Box box) {
        log.record(new ContainerEvent.Started(
                box.spec().name(), box.shortId(), box.pid(), box.spec().image()));
    }

    void ready(Box box, long startedNanos) {
        double tookMs = (System.nanoTime() - startedNanos) / NANOS_PER_MS;
        log.record(new ContainerEvent.Ready(box.spec().name(), box.shortId(), tookMs));
    }

    void ended(Box box, String how) {
        log.record(new ContainerEvent.Ended(box.spec().name(), box.shortId(), how));
    }

    /** What was seen of a container's isolation. */
    void isolated(Isolated seen) {
        log.record(seen);
    }
}
