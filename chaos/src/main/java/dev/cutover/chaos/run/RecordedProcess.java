package dev.cutover.chaos.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A process as an event recorded it. Process ids are used again, so it must have started when the event says.
 *
 * @param pid its id then
 * @param earliest it did not start before
 * @param latest it did not start after
 */
record RecordedProcess(long pid, Instant earliest, Instant latest) {

    /** Start times are computed from the time of boot, which a clock adjustment moves. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Duration START_TO_RECORD = Duration.ofSeconds(10);

    /** Reads {@code pid}, and {@code startedAt} or else the time of the event. */
    static RecordedProcess of(JsonNode fields, Instant recorded) {
        long pid = fields.path("pid").asLong(-1);
        if (fields.hasNonNull("startedAt")) {
            Instant start = Instant.parse(fields.path("startedAt").asText());
            return new RecordedProcess(pid, start.minus(TOLERANCE), start.plus(TOLERANCE));
        }
        return new RecordedProcess(pid, recorded.minus(START_TO_RECORD), recorded.plus(TOLERANCE));
    }

    /** The process, if it still runs and is the same; never this process, nor one of those it came from. */
    Optional<ProcessHandle> find() {
        if (pid <= 1 || ancestry().anyMatch(own -> own.pid() == pid)) {
            return Optional.empty();
        }
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .filter(start -> !start.isBefore(earliest) && !start.isAfter(latest))
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
