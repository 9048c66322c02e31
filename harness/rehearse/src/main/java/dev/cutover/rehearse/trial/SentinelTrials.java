package dev.cutover.rehearse.trial;

import dev.cutover.rehearse.Sentinels;
import dev.cutover.rehearse.plan.SentinelSpec;
import java.time.Duration;
import java.util.List;

/** Whether each sentinel comes out within its limit. */
record SentinelTrials(Sentinels sentinels, Trials trials) {

    void cross(List<SentinelSpec> planned, Duration within) throws InterruptedException {
        for (int index = 0; index < planned.size(); index++) {
            SentinelSpec sentinel = planned.get(index);
            long begin = System.nanoTime();
            Duration limit = sentinel.within().orElse(within);
            String reason = sentinels.cross(sentinel, limit);
            double seconds = (System.nanoTime() - begin) / 1e9;
            String what = "sentinel " + sentinel.stream();
            String of = "%.1f s of %.0f s".formatted(seconds, limit.toMillis() / 1_000.0);
            if (reason == null) {
                trials.ok(what, "came out after " + of);
            } else {
                trials.wrong(
                        what,
                        reason + " (" + of + ")",
                        "see whether what carries the stream runs at the end of the plan, and run the SQL of 'send' and 'seen' by hand",
                        "sentinels",
                        index);
            }
        }
    }
}
