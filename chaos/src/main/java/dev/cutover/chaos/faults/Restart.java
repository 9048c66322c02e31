package dev.cutover.chaos.faults;

import dev.cutover.chaos.process.ProcessState;
import dev.cutover.harness.environment.ComponentControl;
import dev.cutover.harness.environment.running.Await;
import dev.cutover.harness.rehearsal.Fault;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Stops the component, in good order or not, and starts it again at once. */
final class Restart implements Fault, Recoverable {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final Supplier<ComponentControl> component;
    private final How how;
    private long before = -1;

    Restart(Options options, Supplier<ComponentControl> component) {
        this.how = options.choice("how", How.GRACEFUL, How.values());
        options.nothingElse();
        this.component = component;
    }

    @Override
    public Map<String, Object> undo() {
        return ProcessState.identity(component.get().pid());
    }

    @Override
    public void inject() {
        before = component.get().pid();
        if (how == How.GRACEFUL) {
            component.get().terminate();
            Await.until(GRACE, () -> ProcessState.gone(before));
        }
        component.get().kill();
        component.get().start();
    }

    /** Another process runs in place of the former one. */
    @Override
    public Verification verify() {
        boolean gone = before > 0 && ProcessState.gone(before);
        long now = component.get().pid();
        return new Verification(
                gone && now != before && component.get().alive(),
                "process " + before + " gone: " + gone + "; now it is process " + now);
    }

    @Override
    public void heal() {
        if (!component.get().alive()) {
            component.get().start();
        }
        before = -1;
    }

    /** How it is stopped. */
    private enum How {
        GRACEFUL,
        KILL;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
