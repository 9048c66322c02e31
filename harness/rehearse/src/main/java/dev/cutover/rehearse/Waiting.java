package dev.cutover.rehearse;

import dev.cutover.environment.running.Await;
import dev.cutover.rehearse.plan.ActionSpec.Until;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One step that waits until a value is what it must be. */
final class Waiting {

    private static final Duration A_LOOK = Duration.ofSeconds(2);
    private static final String NOTHING = "nothing";

    /** Does a list of steps by its name. */
    interface Asking {
        void ask(String list, Values values, Deadline deadline) throws InterruptedException;
    }

    private final Until until;
    private final Values values;
    private final Readings readings;
    private final Asking asking;
    private final Duration limit;
    private final Deadline deadline;
    private boolean toAsk;
    private String last = NOTHING;
    private @Nullable StepFailure failure;

    Waiting(Until until, Values values, Readings readings, Asking asking, Duration limit) {
        this.until = until;
        this.values = values;
        this.readings = readings;
        this.asking = asking;
        this.limit = limit;
        this.deadline = Deadline.in(limit);
        this.toAsk = until.ask().isPresent();
    }

    void await() throws StepFailure, InterruptedException {
        boolean over = Await.until(deadline.left(), until.every(), this::look);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (failure != null) {
            throw failure;
        }
        if (!over) {
            String wanted = values.plain(until.until().is().orElse(""));
            throw new StepFailure("expected '%s' within %s; last seen: %s".formatted(wanted, Told.time(limit), last));
        }
    }

    /** True when there is no more to wait for. */
    private boolean look() {
        if (deadline.over()) {
            return false; // a look without time would only hide what was seen before
        }
        try {
            if (toAsk) {
                asking.ask(until.ask().orElseThrow(), values, deadline);
                toAsk = false;
            }
            return arrived(readings.read(until.until(), values, deadline.atMost(A_LOOK)));
        } catch (StepFailure e) {
            failure = e;
            return true;
        } catch (IOException | SQLException | RehearsalException e) {
            seen(Told.shortly(String.valueOf(e.getMessage()))); // who is down by plan comes back, and is asked again
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** That the last look was cut short would only hide what was seen before. */
    private void seen(String trouble) {
        if (!deadline.over() || last.equals(NOTHING)) {
            last = trouble;
        }
    }

    private boolean arrived(Readings.Found found) throws StepFailure {
        last = "'" + Told.shortly(found.text()) + "'";
        String wanted = values.plain(until.until().is().orElse(""));
        if (found.text().equals(wanted)) {
            values.keep(until.keep(), found.answer());
            return true;
        }
        if (until.fails().contains(found.text())) {
            String all = found.answer().json().isContainerNode()
                    ? ": " + Told.shortly(found.answer().text())
                    : "";
            throw new StepFailure(
                    "expected '%s' but found %s, at which waiting is over%s".formatted(wanted, last, all));
        }
        toAsk = until.again().contains(found.text());
        return false;
    }
}
