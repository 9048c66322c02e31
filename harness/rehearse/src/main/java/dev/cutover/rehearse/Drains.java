package dev.cutover.rehearse;

import dev.cutover.record.event.Drained;
import dev.cutover.record.event.EventLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the plan itself takes as a sign that everything has come out; recorded as its claim, for nothing was sent that could be seen. */
record Drains(Controls controls, EventLog events) {

    /** True if every list of steps could be done; each is recorded either way. */
    boolean hold(List<String> lists) throws InterruptedException {
        boolean all = true;
        for (String list : lists) {
            long begin = System.nanoTime();
            String reason = reason(list);
            double tookMs = (System.nanoTime() - begin) / 1_000_000.0;
            events.record(new Drained(list, reason == null, tookMs, reason));
            all &= reason == null;
        }
        return all;
    }

    private @Nullable String reason(String list) throws InterruptedException {
        try {
            controls.play(List.of(list));
            return null;
        } catch (RehearsalException e) {
            return e.getMessage();
        }
    }
}
