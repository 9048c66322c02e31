package dev.cutover.record.json;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Jackson gives null to what is left out, which only components marked so may be. */
final class Complete {
    private Complete() {}

    /**
     * Looks through records, and lists of them, at any depth.
     *
     * @throws IOException if a component is null that is not {@link Nullable}, saying which
     */
    static void require(@Nullable Object value, String place) throws IOException {
        if (value instanceof Record found) {
            for (RecordComponent component : found.getClass().getRecordComponents()) {
                require(found, component, place.isEmpty() ? component.getName() : place + "." + component.getName());
            }
        } else if (value instanceof Iterable<?> several) {
            int index = 0;
            for (Object one : several) {
                require(one, place + "[" + index++ + "]");
            }
        }
    }

    private static void require(Record found, RecordComponent component, String place) throws IOException {
        try {
            Object value = component.getAccessor().invoke(found);
            if (value == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new IOException("it lacks '" + place + "'");
            }
            require(value, place);
        } catch (ReflectiveOperationException e) {
            throw new IOException("'" + place + "' cannot be looked at", e);
        }
    }
}
