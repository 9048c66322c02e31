package dev.cutover.broken;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.lang.reflect.InvocationTargetException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The households that one of several defects in a process meets: those whose number leaves this remainder.
 *
 * @param main the class of the defect
 * @param remainder from 0
 * @param of how many shares there are
 */
record Share(String main, int remainder, int of) {
    private static final Pattern ONE = Pattern.compile("(\\S+) (\\d+)/(\\d+)(?:, *|$)");

    /** Of the variable {@code DEFECTS}: {@code CLASS REMAINDER/OF}, separated by commas. */
    static List<Share> from(Map<String, String> environment) {
        String text = environment.getOrDefault("DEFECTS", "");
        Matcher matcher = ONE.matcher(text);
        List<Share> shares = matcher.results()
                .map(one -> new Share(one.group(1), Integer.parseInt(one.group(2)), Integer.parseInt(one.group(3))))
                .toList();
        if (shares.isEmpty() || !matcher.replaceAll("").isBlank()) {
            throw new IllegalArgumentException(
                    "DEFECTS must be like 'dev.cutover.broken.DropsNotes 0/3, dev.cutover.broken.BlackHole 1/3', but is '"
                            + text + "'");
        }
        return shares;
    }

    boolean has(long household) {
        return Math.floorMod(household, of) == remainder;
    }

    /** What the defect makes of correct parts, of the bridge or of the sync. */
    <P> P variant(Class<P> type, P correct) {
        try {
            return type.cast(
                    Class.forName(main).getDeclaredMethod("variant", type).invoke(null, correct));
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(main + " failed: " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(main + " is no defect of " + type.getName(), e);
        }
    }

    /** Meters that bear the defect's name. */
    MeterRegistry meters(MeterRegistry all) {
        CompositeMeterRegistry named = new CompositeMeterRegistry();
        named.config().commonTags("defect", main);
        return named.add(all);
    }

    /** What all households have in common cannot be another for some. */
    void requireSame(Object broken, Object correct, String part) {
        if (!broken.equals(correct)) {
            throw new IllegalArgumentException(
                    main + " is nothing for a share: it changes " + part + ", which all households have in common");
        }
    }
}
