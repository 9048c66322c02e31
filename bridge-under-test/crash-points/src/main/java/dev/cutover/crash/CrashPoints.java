package dev.cutover.crash;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Named points of a program, between every two steps whose order matters. One that is armed ends the process at once,
 * as kill -9 would, the next time the program comes by, so that a window of a millisecond is hit on purpose. For
 * rehearsals: off, unless {@value #VARIABLE} is {@code on} when the program starts.
 */
public final class CrashPoints {

    /** The environment variable that turns them on. */
    public static final String VARIABLE = "CRASH_POINTS";

    private static final CrashPoints OFF = new CrashPoints(Map.of(), () -> {});
    private static final int AS_KILLED = 137;

    private final Map<String, AtomicBoolean> armed;
    private final Runnable halt;

    private CrashPoints(Map<String, AtomicBoolean> armed, Runnable halt) {
        this.armed = armed;
        this.halt = halt;
    }

    /** None can be armed. */
    public static CrashPoints off() {
        return OFF;
    }

    /**
     * The constants of an enumeration, called in small letters with dashes.
     *
     * @param halt what happens at a point that is armed
     */
    public static CrashPoints of(Class<? extends Enum<?>> points, Runnable halt) {
        Map<String, AtomicBoolean> all = new LinkedHashMap<>();
        for (Enum<?> point : points.getEnumConstants()) {
            all.put(name(point), new AtomicBoolean());
        }
        return new CrashPoints(Collections.unmodifiableMap(all), halt);
    }

    /** As the environment variable says; throws IllegalArgumentException, in one sentence, if it says neither on nor off. */
    public static CrashPoints from(Map<String, String> environment, Class<? extends Enum<?>> points) {
        String wanted = environment.getOrDefault(VARIABLE, "off");
        return switch (wanted) {
            case "off" -> OFF;
            case "on" -> of(points, () -> Runtime.getRuntime().halt(AS_KILLED));
            default -> throw new IllegalArgumentException(VARIABLE + ": expected on or off, found: " + wanted);
        };
    }

    /** Does not return if the point is armed. */
    public void pass(Enum<?> point) {
        AtomicBoolean here = armed.get(name(point));
        if (here != null && here.get()) {
            halt.run();
        }
    }

    /** The process ends the next time it passes this point; false if there is no such point. */
    public boolean arm(String point) {
        AtomicBoolean here = armed.get(point);
        if (here != null) {
            here.set(true);
        }
        return here != null;
    }

    /** Whether each point is armed, by name, in the order of the program; empty when they are off. */
    public Map<String, Boolean> armed() {
        Map<String, Boolean> now = new LinkedHashMap<>();
        armed.forEach((point, here) -> now.put(point, here.get()));
        return now;
    }

    private static String name(Enum<?> point) {
        return point.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
