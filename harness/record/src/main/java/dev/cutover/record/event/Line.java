package dev.cutover.record.event;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a type of event is told apart in {@code events.jsonl}, and what it says; the source of the table in docs/run-directory.md. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Line {

    String kind();

    /** Empty where a kind has no states. */
    String state() default "";

    /** When it is written, and what its fields mean, in one sentence. */
    String says();
}
