package dev.cutover.record.event;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The types of events as a Markdown table. */
final class EventTable {
    private EventTable() {}

    static String markdown() {
        return EventFormat.types().stream()
                .map(EventTable::row)
                .collect(Collectors.joining("\n", "| kind | state | fields | |\n|---|---|---|---|\n", "\n"));
    }

    private static String row(Class<? extends Event> type) {
        Line line = EventFormat.line(type);
        String fields = Arrays.stream(type.getRecordComponents())
                .map(field -> "`" + FieldTable.name(field) + "` " + FieldTable.text(field.getAnnotatedType())
                        + (field.getAnnotatedType().isAnnotationPresent(Nullable.class) ? "?" : ""))
                .collect(Collectors.joining(", "));
        return "| `" + line.kind() + "` | " + (line.state().isEmpty() ? "" : "`" + line.state() + "`") + " | " + fields
                + " | " + line.says() + " |";
    }
}
