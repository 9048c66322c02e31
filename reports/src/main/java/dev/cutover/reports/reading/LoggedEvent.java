package dev.cutover.reports.reading;

/**
 * A line of {@code events.jsonl}.
 *
 * @param ns on the machine's monotonic clock
 * @param line all fields, {@code ns}, {@code at} and {@code kind} too
 */
public record LoggedEvent(long ns, String kind, Json line) {

    static LoggedEvent of(Json line) {
        return new LoggedEvent(line.count("ns").orElse(0), line.text("kind"), line);
    }

    public String text(String field) {
        return line.text(field);
    }

    public boolean is(String wantedKind, String wantedState) {
        return kind.equals(wantedKind) && text("state").equals(wantedState);
    }
}
