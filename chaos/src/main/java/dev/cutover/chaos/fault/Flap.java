package dev.cutover.chaos.fault;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.chaos.toxiproxy.LinkProxy;
import dev.cutover.environment.probe.ProbeResult;
import dev.cutover.record.event.FaultEvent;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The link goes down and up again, over and over.
 *
 * @param down how long it is down each time
 * @param up how long it is up in between
 */
public record Flap(
        @JsonProperty(defaultValue = "200 ms") Duration down,
        @JsonProperty(defaultValue = "300 ms") Duration up) implements LinkDisturbance {

    private static final Duration LIMIT = Duration.ofMillis(800);
    private static final int HEAL_SECONDS = 7;

    public Flap {
        Least.millisecond(down, "down");
        Least.millisecond(up, "up");
    }

    @Override
    public boolean losesMessages() {
        return false;
    }

    @Override
    public Fault on(LinkProxy link, String id) {
        return new Action(link, down, up);
    }

    private static final class Action implements Fault, Recoverable {

        private final ScheduledExecutorService clock =
                Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
        private final LinkProxy link;
        private final Duration down;
        private final Duration up;
        private final Down.Action fault;
        private volatile boolean over;

        Action(LinkProxy link, Duration down, Duration up) {
            this.link = link;
            this.down = down;
            this.up = up;
            this.fault = new Down.Action(link);
        }

        @Override
        public FaultEvent.Undo undo() {
            return fault.undo();
        }

        @Override
        public void inject() {
            goDown();
        }

        private void goDown() {
            if (over) {
                return;
            }
            link.disable();
            var unused = clock.schedule(this::goUp, down.toMillis(), TimeUnit.MILLISECONDS);
        }

        private void goUp() {
            if (over) {
                return;
            }
            link.enable();
            var unused = clock.schedule(this::goDown, up.toMillis(), TimeUnit.MILLISECONDS);
        }

        /** True in the moments when it is down. */
        @Override
        public Verification verify() {
            ProbeResult seen = link.probe(LIMIT);
            return new Verification(
                    seen.end() == ProbeResult.End.REFUSED,
                    "through the proxy: " + seen + ", expected REFUSED now and then");
        }

        @Override
        public void heal() throws InterruptedException {
            // Not interrupted: a call that was cut short might take the link down after it was healed.
            over = true;
            clock.shutdown();
            if (!clock.awaitTermination(HEAL_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("link " + link.link().name() + " is still being taken down");
            }
            fault.heal();
        }
    }
}
