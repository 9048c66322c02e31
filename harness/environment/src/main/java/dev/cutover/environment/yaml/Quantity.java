package dev.cutover.environment.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Numbers with a unit, as people write them. */
public final class Quantity {
    private static final Pattern WITH_UNIT = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*([a-zA-Z]+)");
    private static final Map<String, Long> NANOS = Map.of(
            "ns",
            1L,
            "us",
            1_000L,
            "ms",
            1_000_000L,
            "s",
            1_000_000_000L,
            "min",
            60_000_000_000L,
            "h",
            3_600_000_000_000L);

    private static final Map<String, Long> BYTES =
            Map.of("MB", 1_000_000L, "MiB", 1L << 20, "GB", 1_000_000_000L, "GiB", 1L << 30);

    private Quantity() {}

    /** Such as {@code 300 ms}, {@code 1.5s}, {@code 2 min}; units ns us ms s min h. Empty if it is none. */
    public static Optional<Duration> duration(String text) {
        return scaled(text, NANOS).map(Duration::ofNanos);
    }

    /** Such as {@code 512 MiB}; units MB MiB GB GiB. Empty if it is none. */
    public static Optional<Long> bytes(String text) {
        return scaled(text, BYTES);
    }

    /** In the largest unit that gives a whole number. */
    public static String text(Duration duration) {
        long nanos = duration.toNanos();
        return Stream.of("h", "min", "s", "ms", "us")
                .filter(unit -> nanos != 0 && nanos % NANOS.getOrDefault(unit, 1L) == 0)
                .findFirst()
                .map(unit -> nanos / NANOS.getOrDefault(unit, 1L) + " " + unit)
                .orElse(nanos == 0 ? "0 s" : nanos + " ns");
    }

    private static Optional<Long> scaled(String text, Map<String, Long> units) {
        Matcher matcher = WITH_UNIT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(units.get(matcher.group(2)))
                .map(unit -> new BigDecimal(matcher.group(1))
                        .multiply(BigDecimal.valueOf(unit))
                        .longValue());
    }
}
