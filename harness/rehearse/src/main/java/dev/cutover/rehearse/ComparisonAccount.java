package dev.cutover.rehearse;

import dev.cutover.environment.running.Await;
import dev.cutover.record.evidence.Comparisons;
import dev.cutover.record.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;

/** The bridge's own account of the answers that it compared, as it grows. */
record ComparisonAccount(Controls controls) {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration SETTLED = Duration.ofSeconds(5);

    /** Its text once nothing is under way any more; after 5 s, whatever is. */
    String settled() throws IOException, InterruptedException {
        await(SETTLED, Comparisons::settled);
        return controls.comparisons();
    }

    /** How many answers were different by now. */
    long different() throws IOException, InterruptedException {
        return now().different();
    }

    /** Looks until it is as wanted; false if it is not in time. Who does not answer just now is looked at again. */
    boolean await(Duration limit, Predicate<Comparisons> wanted) throws InterruptedException {
        boolean found = Await.until(limit, LOOK, () -> is(wanted));
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        return found;
    }

    private boolean is(Predicate<Comparisons> wanted) {
        try {
            return wanted.test(now());
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Comparisons now() throws IOException, InterruptedException {
        return Json.MAPPER.readValue(controls.comparisons(), Comparisons.class);
    }
}
