package dev.cutover.judge.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.Event;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.Sample;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CourseTest {

    /** Events at 0, 10, 20 … */
    private static Course of(Event... events) {
        List<LogEntry> log = new ArrayList<>();
        for (Event event : events) {
            log.add(new LogEntry(log.size() + 1L, 10L * log.size(), Instant.EPOCH, event));
        }
        return Course.of(log);
    }

    private static RoutingEvent asked(double share) {
        return new RoutingEvent.Requested(RoutingMode.SPLIT, share, false);
    }

    private static RoutingEvent effective(double share) {
        return new RoutingEvent.Effective(RoutingMode.SPLIT, share, 1L, 1.0, false, List.of());
    }

    @Test
    void anEpochFollowsTheOneBeforeItIfNothingElseWasAskedFor() {
        assertThat(of(effective(0.1), asked(0.2), effective(0.2), asked(0.3), asked(0.4), effective(0.4))
                        .epochs())
                .extracting(Course.Epoch::follows)
                .containsExactly(false, true, false);
    }

    @Test
    void aFaultThatWasNeverHealedLastsForEver() {
        assertThat(of(
                                new FaultEvent.Intended("one", "down", "link", "half", 0, null),
                                new FaultEvent.Intended("two", "down", "link", "half", 0, null),
                                new FaultEvent.Healed("one", "down", "link", "half", null))
                        .faults())
                .containsExactly(new Interval(0, 20), new Interval(10, Long.MAX_VALUE));
    }

    @Test
    void aPhaseIsAsBusyAsItsSamples() {
        Course course = of(sample("half", 0.25, 0.5), sample("new", 0.75, 0.0));
        assertThat(course.busy("half")).isEqualTo(0.5);
        assertThat(course.busy("new")).isEqualTo(0.75);
        assertThat(course.busy("old")).isZero();
        assertThat(course.busy("")).isEqualTo(0.5);
    }

    private static Sample sample(String phase, double busy, double stolen) {
        return new Sample(phase, 1, 0, 0, null, null, new Sample.Lag(null, null), busy, stolen);
    }
}
