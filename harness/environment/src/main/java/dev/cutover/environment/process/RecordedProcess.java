package dev.cutover.environment.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process as an event recorded it.
 *
 * @param pid its id then; another process may have it now
 * @param startTicks when it started; less than 1: not recorded
 * @param recorded when the event was
 */
public record RecordedProcess(long pid, long startTicks, Instant recorded) {

    private static final Duration START_TO_RECORD = Duration.ofSeconds(10);
    private static final Duration CLOCK_ADJUSTMENT = Duration.ofSeconds(2);

    /** The process, if it still runs and is the same; never this process, nor one of those it came from. */
    public Optional<ProcessHandle> find() {
        if (pid <= 1 || ancestry().anyMatch(own -> own.pid() == pid)) {
            return Optional.empty();
        }
        return ProcessHandle.of(pid).filter(ProcessTree::alive).filter(this::same);
    }

    private boolean same(ProcessHandle process) {
        if (startTicks > 0) {
            return ProcessTree.startTicks(process).orElse(-1) == startTicks;
        }
        return process.info()
                .startInstant()
                .filter(start -> start.isAfter(recorded.minus(START_TO_RECORD)))
                .filter(start -> start.isBefore(recorded.plus(CLOCK_ADJUSTMENT)))
                .isPresent();
    }

    private static Stream<ProcessHandle> ancestry() {
        return Stream.iterate(
                        Optional.of(ProcessHandle.current()),
                        Optional::isPresent,
                        process -> process.flatMap(ProcessHandle::parent))
                .flatMap(Optional::stream);
    }
}
