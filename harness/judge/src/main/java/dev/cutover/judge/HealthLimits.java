package dev.cutover.judge;

import dev.cutover.record.run.InjectorHealth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * From when on the injector counts as the bottleneck of a run.
 *
 * @param startLagP99 sessions may start this late
 * @param sessionShare started sessions of a 10-s window, or of the run, may differ from the planned by this part
 */
public record HealthLimits(Duration startLagP99, double sessionShare) {
    /** For two cores shared with the systems under test. */
    public static final HealthLimits DEFAULT = new HealthLimits(Duration.ofMillis(250), 0.05);

    private static final long SLACK = 3;

    /** Examines a run that has ended or still runs. */
    public HealthDecision judge(InjectorHealth health) {
        List<String> reasons = new ArrayList<>();
        if (health.startedSessions() == 0) {
            reasons.add("no session was started: there was no load");
        }
        InjectorHealth.StartLag lag = health.startLag();
        if (lag != null && lag.p99Ms() > startLagP99.toMillis()) {
            reasons.add(String.format(
                    Locale.ROOT,
                    "sessions started late: p99 %.0f ms, limit %d ms",
                    lag.p99Ms(),
                    startLagP99.toMillis()));
        }
        health.injectorErrors().forEach((kind, count) -> reasons.add(count + " × " + kind + " in the injector"));
        judgeSessions(health, reasons);
        return new HealthDecision(reasons.isEmpty(), reasons);
    }

    private void judgeSessions(InjectorHealth health, List<String> reasons) {
        if (off(health.plannedSessions(), health.startedSessions())) {
            reasons.add(sessions("the run", health.plannedSessions(), health.startedSessions()));
        }
        health.windows().stream()
                .filter(window -> window.complete() && off(window.planned(), window.started()))
                .map(window -> sessions("the 10 s from second " + window.second(), window.planned(), window.started()))
                .forEach(reasons::add);
    }

    // Few sessions differ by one or two at a window's edge without any meaning.
    private boolean off(long planned, long started) {
        return Math.abs(planned - started) > Math.max(SLACK, sessionShare * planned);
    }

    private static String sessions(String when, long planned, long started) {
        return started + " sessions instead of " + planned + " in " + when;
    }
}
