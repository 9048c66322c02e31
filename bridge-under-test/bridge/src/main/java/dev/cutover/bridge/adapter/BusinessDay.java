package dev.cutover.bridge.adapter;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Old's business days ({@code yyyyMMdd} in Berlin) and new's instants. */
public final class BusinessDay {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private BusinessDay() {}

    /** The business day an ISO-8601 instant lies in. */
    public static String of(String instant) throws UnreadableAnswer {
        try {
            return LocalDate.ofInstant(Instant.parse(instant), ZONE).format(DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException e) {
            throw new UnreadableAnswer("expected an ISO-8601 instant, found: " + instant);
        }
    }

    /** The instant a business day starts at. */
    public static Instant start(String day) {
        return LocalDate.parse(day, DateTimeFormatter.BASIC_ISO_DATE)
                .atStartOfDay(ZONE)
                .toInstant();
    }
}
