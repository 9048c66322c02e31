package dev.cutover.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.DefectEvent;
import dev.cutover.record.event.EventLog;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.rehearse.plan.PhaseSpec.RouteSpec;
import dev.cutover.rehearse.plan.ReadingSpec;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ActivationProbeTest extends ScriptedRehearsal {
    private static final ReadingSpec TIMES = new ReadingSpec.Http(
            "sync.http/lag", Map.of(), Optional.empty(), Optional.of("acted ([0-9.]+)"), Optional.empty());

    private final AtomicReference<String> said = new AtomicReference<>("");

    @Test
    void aNumberIsRecordedWhenItIsAnotherAndAStartFromZeroToo() throws Exception {
        world().at("lag", () -> {
            throw new IOException("{" + said.get() + "}");
        });
        look(Map.of("one", TIMES), "nothing", "acted 0.0", "acted 2.0", "acted 2.0", "down", "acted 1.0");
        assertThat(events(DefectEvent.class))
                .containsExactly(new DefectEvent(null, 0), new DefectEvent(null, 2), new DefectEvent(null, 1));
    }

    @Test
    void severalAreToldApart() throws Exception {
        world().at("lag", () -> {
            throw new IOException("{" + said.get() + "}");
        });
        var other = new ReadingSpec.Http(
                "sync.http/lag", Map.of(), Optional.empty(), Optional.of("other ([0-9.]+)"), Optional.empty());
        look(Map.of("one", TIMES, "two", other), "acted 1.0", "acted 1.0, other 1.0", "acted 1.0, other 2.0");
        assertThat(events(DefectEvent.class))
                .containsExactly(new DefectEvent("one", 1), new DefectEvent("two", 1), new DefectEvent("two", 2));
    }

    @Test
    void whoHasNoDefectIsNotAsked() throws Exception {
        look(Map.of(), "acted 2.0");
        assertThat(events(DefectEvent.class)).isEmpty();
    }

    private void look(Map<String, ReadingSpec> from, String... answers) throws Exception {
        try (EventLog events = FileEventLog.open(run.events())) {
            var readings = new Readings(new HttpCalls(world().startEnvironment()), world());
            var probe = new ActivationProbe(from, readings, Values.of(RouteSpec.OLD, 42), events);
            for (String answer : answers) {
                said.set(answer);
                probe.look();
            }
        }
    }
}
