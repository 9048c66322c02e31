package dev.cutover.scenarios.load;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import dev.cutover.record.journal.Cause;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why sends failed: Gatling tells it in one line of its log, and nowhere else. Safe for many threads. */
public final class SendFailures extends AppenderBase<ILoggingEvent> {
    private static final Pattern FAILED = Pattern.compile("Request '.*' failed for user (\\d+): (.*)", Pattern.DOTALL);
    private static final Map<Long, Short> BY_USER = new ConcurrentHashMap<>();
    private static final Map<String, LongAdder> INJECTOR_ERRORS = new ConcurrentHashMap<>();

    /** What a resource of the injector's machine running out looks like. */
    private static final Map<String, String> OWN_FAULTS = Map.of(
            "too many open files", "too-many-open-files",
            "cannot assign requested address", "no-local-address",
            "address already in use", "no-local-address",
            "outofmemory", "out-of-memory",
            "cannot reserve", "out-of-memory",
            "unknownhost", "unknown-host");

    @Override
    protected void append(ILoggingEvent event) {
        Matcher line = FAILED.matcher(event.getFormattedMessage());
        if (line.matches()) {
            BY_USER.put(Long.parseLong(line.group(1)), cause(line.group(2).toLowerCase(Locale.ROOT)));
        }
    }

    /** The cause of the user's failed send; CONNECTION_LOST if none was told. */
    static short take(long user) {
        Short cause = BY_USER.remove(user);
        return cause == null ? Cause.CONNECTION_LOST : cause;
    }

    static SortedMap<String, Long> injectorErrors() {
        SortedMap<String, Long> counts = new TreeMap<>();
        INJECTOR_ERRORS.forEach((kind, count) -> counts.put(kind, count.sum()));
        return counts;
    }

    static short cause(String message) {
        for (Map.Entry<String, String> fault : OWN_FAULTS.entrySet()) {
            if (message.contains(fault.getKey())) {
                INJECTOR_ERRORS
                        .computeIfAbsent(fault.getValue(), kind -> new LongAdder())
                        .increment();
                return Cause.INJECTOR;
            }
        }
        if (message.contains("timeout")) {
            return Cause.TIMEOUT;
        }
        return message.contains("refused") ? Cause.CONNECT_FAILED : Cause.CONNECTION_LOST;
    }
}
