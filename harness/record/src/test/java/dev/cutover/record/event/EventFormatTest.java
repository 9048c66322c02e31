package dev.cutover.record.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every type of event as a line and back, whatever its fields hold. */
class EventFormatTest {

    static Stream<Class<? extends Event>> types() {
        return EventFormat.types().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void comesBackAsItWas(Class<? extends Event> type) throws ReflectiveOperationException {
        assertThat(backAgain(sample(type, true))).isEqualTo(sample(type, true));
    }

    @ParameterizedTest
    @MethodSource("types")
    void comesBackWithoutWhatMayBeAbsent(Class<? extends Event> type) throws ReflectiveOperationException {
        assertThat(backAgain(sample(type, false))).isEqualTo(sample(type, false));
    }

    @ParameterizedTest
    @MethodSource("types")
    void isRefusedWithoutAFieldThatMustBeThere(Class<? extends Event> type) throws ReflectiveOperationException {
        String line = EventFormat.write(entry(sample(type, false)));
        for (RecordComponent field : type.getRecordComponents()) {
            if (!nullable(field)) {
                String without = line.replace("\"" + field.getName() + "\":", "\"other\":");
                assertThatThrownBy(() -> EventFormat.read(without))
                        .as(field.getName())
                        .isInstanceOf(IllegalArgumentException.class)
                        .hasMessageContaining("lacks '" + field.getName() + "'");
            }
        }
    }

    @Test
    void everyTypeHasItsOwnLine() {
        assertThat(EventFormat.types())
                .hasSizeGreaterThan(20)
                .extracting(type -> EventFormat.line(type).kind() + " "
                        + EventFormat.line(type).state())
                .doesNotHaveDuplicates();
    }

    @Test
    void aLineStartsWithWhatAllHave() {
        assertThat(EventFormat.write(entry(new RunEvent.Ended())))
                .isEqualTo("{\"seq\":7,\"ns\":5,\"at\":\"1970-01-01T00:00:00Z\",\"kind\":\"run\",\"state\":\"ended\"}");
    }

    private static Event backAgain(Event event) {
        LogEntry read = EventFormat.read(EventFormat.write(entry(event)));
        assertThat(read.seq()).isEqualTo(7);
        assertThat(read.ns()).isEqualTo(5);
        assertThat(read.at()).isEqualTo(Instant.EPOCH);
        return read.event();
    }

    private static LogEntry entry(Event event) {
        return new LogEntry(7, 5, Instant.EPOCH, event);
    }

    private static <T> T sample(Class<T> type, boolean full) throws ReflectiveOperationException {
        RecordComponent[] fields = type.getRecordComponents();
        Constructor<T> constructor = type.getDeclaredConstructor(
                Arrays.stream(fields).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        @Nullable Object[] values = new @Nullable Object[fields.length];
        for (int i = 0; i < fields.length; i++) {
            values[i] = full || !nullable(fields[i]) ? value(fields[i], full) : null;
        }
        return constructor.newInstance(values);
    }

    private static boolean nullable(RecordComponent field) {
        return field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static Object value(RecordComponent field, boolean full) throws ReflectiveOperationException {
        Class<?> type = field.getType();
        if (type == long.class || type == Long.class) {
            return Long.MAX_VALUE;
        } else if (type == int.class) {
            return -7;
        } else if (type == double.class || type == Double.class) {
            return 0.1;
        } else if (type == boolean.class || type == Boolean.class) {
            return true;
        } else if (type == String.class) {
            return "a \"quoted\"\ttext\nof two lines, Größe";
        } else if (type.isEnum()) {
            return type.getEnumConstants()[type.getEnumConstants().length - 1];
        } else if (type == List.class) {
            return field.getName().equals("moves") ? List.of(sample(RoutingEvent.Move.class, full)) : List.of("a", "b");
        }
        return sample(type, full);
    }
}
