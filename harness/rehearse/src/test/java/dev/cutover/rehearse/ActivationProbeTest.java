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
        look(Optional.of(TIMES), "nothing", "acted 0.0", "acted 2.0", "acted 2.0", "down", "acted 1.0");
        assertThat(events(DefectEvent.class)).extracting(DefectEvent::times).containsExactly(0L, 2L, 1L);
    }

    @Test
    void whoHasNoDefectIsNotAsked() throws Exception {
        look(Optional.empty(), "acted 2.0");
        assertThat(events(DefectEvent.class)).isEmpty();
    }

    private void look(Optional<ReadingSpec> from, String... answers) throws Exception {
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
