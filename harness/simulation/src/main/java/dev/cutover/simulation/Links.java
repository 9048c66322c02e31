package dev.cutover.simulation;

import static dev.cutover.simulation.Timeline.MS;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What lies between the parts: each message takes its own time, and faults that are active do to it what they do. */
final class Links {
    private final Timeline timeline;
    private final Draw draw;
    private final List<Active> active = new ArrayList<>();
    private long acted;

    /** A fault of a link, until an instant. */
    private record Active(Fault fault, long untilNs) {}

    Links(Timeline timeline, Draw draw) {
        this.timeline = timeline;
        this.draw = draw;
    }

    void disturb(Fault fault) {
        active.add(new Active(fault, timeline.now() + fault.lasts()));
    }

    void heal(Fault fault) {
        active.removeIf(one -> one.fault().equals(fault));
    }

    /** How often a fault did something to a message. */
    long acted() {
        return acted;
    }

    /**
     * Sends a request and brings its answer back, if neither is lost; the caller watches the time itself.
     *
     * @param place of this message, unlike that of any other
     * @param serve takes the request at the other side, and says where its answer goes
     */
    <T> void call(Link link, long place, Consumer<Consumer<T>> serve, Consumer<T> answered) {
        travel(
                link,
                Draw.place(place, 1),
                true,
                () -> serve.accept(answer -> travel(link, Draw.place(place, 2), false, () -> answered.accept(answer))));
    }

    /** Sends something that has no answer. */
    void send(Link link, long place, Runnable arrive) {
        travel(link, Draw.place(place, 1), true, arrive);
    }

    private void travel(Link link, long place, boolean request, Runnable arrive) {
        long delay = draw.between(MS / 5, 4 * MS, place);
        for (Active one : active) {
            if (one.fault().link() == link && !lost(one, request)) {
                delay += later(one, place, request, arrive);
            } else if (one.fault().link() == link) {
                acted++;
                return;
            }
        }
        timeline.after(delay, arrive);
    }

    private static boolean lost(Active one, boolean request) {
        return one.fault().kind() == (request ? FaultKind.LOSE_REQUEST : FaultKind.LOSE_ANSWER);
    }

    /** How much later it comes; another copy of it may come, too. */
    private long later(Active one, long place, boolean request, Runnable arrive) {
        FaultKind kind = one.fault().kind();
        long more = switch (kind) {
            // Each connection tries again in its own time.
            case FREEZE -> one.untilNs() - timeline.now() + draw.between(0, 300 * MS, place + 1);
            case DELAY -> draw.between(20 * MS, 300 * MS, place + 1);
            case REORDER -> draw.between(0, 60 * MS, place + 1);
            default -> 0;
        };
        if (kind == FaultKind.DUPLICATE && request) {
            timeline.after(draw.between(MS, 400 * MS, place + 1), arrive);
        }
        acted += more > 0 || (kind == FaultKind.DUPLICATE && request) ? 1 : 0;
        return more;
    }
}
