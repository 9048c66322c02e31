package dev.cutover.scenarios.matrix;

import dev.cutover.chaos.fault.AckLost;
import dev.cutover.chaos.fault.Crash;
import dev.cutover.chaos.fault.Direction;
import dev.cutover.chaos.fault.Down;
import dev.cutover.chaos.fault.Flap;
import dev.cutover.chaos.fault.Freeze;
import dev.cutover.chaos.fault.Kill;
import dev.cutover.chaos.fault.Latency;
import dev.cutover.chaos.fault.OutOfMemory;
import dev.cutover.chaos.fault.Pause;
import dev.cutover.chaos.fault.RequestLost;
import dev.cutover.chaos.fault.Reset;
import dev.cutover.chaos.fault.Restart;
import dev.cutover.chaos.fault.Torn;
import dev.cutover.rehearse.plan.CrashSpec;
import dev.cutover.rehearse.plan.Disturbance;
import dev.cutover.rehearse.plan.FaultSpec;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** All the faults that a matrix is made of: each kind once, or once for each direction, with options that do for any link or component. */
final class Kinds {

    private static final long CUT = 17;
    private static final Duration DELAY = Duration.ofMillis(50);
    private static final Duration COME_BY = Duration.ofSeconds(8);
    private static final Duration SOON = Duration.ofMillis(300);
    private static final Duration FOR_A_WHILE = Duration.ofMillis(1_500);

    private Kinds() {}

    /** What can happen to a link. */
    static List<Disturbance> ofLinks() {
        Stream<Disturbance> directed = Stream.of(Direction.UPSTREAM, Direction.DOWNSTREAM)
                .flatMap(way -> Stream.of(
                        new Latency(DELAY, Duration.ZERO, way),
                        new Freeze(way, 1),
                        new Torn(CUT, way),
                        new Reset(way)));
        Stream<Disturbance> others =
                Stream.of(new RequestLost(), new AckLost(), new Down(), new Flap(Duration.ofMillis(200), SOON));
        return Stream.concat(directed, others).toList();
    }

    /** What can happen to any component. */
    static List<Disturbance> ofComponents() {
        return List.of(
                new Kill(),
                new Pause(),
                new Restart(Restart.How.GRACEFUL),
                new Restart(Restart.How.KILL),
                new OutOfMemory());
    }

    /** Its crash at each of its points. */
    static List<Disturbance> ofPoints(CrashSpec crash) {
        return crash.points().stream()
                .map(point -> (Disturbance) new Crash(point, COME_BY))
                .toList();
    }

    /** From injection to healing. */
    static FaultSpec planned(Disturbance what, String target) {
        boolean over = what instanceof Crash || what instanceof Kill || what instanceof OutOfMemory;
        return new FaultSpec("", what, target, Duration.ZERO, over ? SOON : FOR_A_WHILE);
    }

    /** The name of the kind, with what makes it another fault. */
    static String name(Disturbance what) {
        return switch (what) {
            case Latency latency -> directed(what, latency.direction());
            case Freeze freeze -> directed(what, freeze.direction());
            case Torn torn -> directed(what, torn.direction());
            case Reset reset -> directed(what, reset.direction());
            case Restart restart -> what.name() + "-" + restart.how().name().toLowerCase(Locale.ROOT);
            case Crash crash -> what.name() + "-" + crash.point();
            default -> what.name();
        };
    }

    private static String directed(Disturbance what, Direction direction) {
        return what.name() + "-" + direction.name().toLowerCase(Locale.ROOT);
    }
}
