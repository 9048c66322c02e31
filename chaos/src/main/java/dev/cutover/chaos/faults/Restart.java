package dev.cutover.chaos.faults;

import dev.cutover.environment.ComponentControl;
import dev.cutover.environment.process.ProcessTree;
import dev.cutover.environment.running.Await;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Stops the component, in good order or not, and starts it again at once. */
final class Restart extends ComponentFault {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final How how;
    private long before = -1;

    Restart(Options options, Supplier<ComponentControl> component) {
        super(component);
        this.how = options.choice("how", How.GRACEFUL, How.values());
        options.nothingElse();
    }

    @Override
    public void inject() {
        before = component().pid();
        if (how == How.GRACEFUL) {
            component().terminate();
            Await.until(GRACE, () -> ProcessTree.gone(before));
        }
        component().kill();
        component().start();
    }

    /** Another process runs in place of the former one. */
    @Override
    public Verification verify() {
        boolean gone = before > 0 && ProcessTree.gone(before);
        long now = component().pid();
        return new Verification(
                gone && now != before && component().alive(),
                "process " + before + " gone: " + gone + "; now it is process " + now);
    }

    @Override
    public void heal() {
        super.heal();
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
