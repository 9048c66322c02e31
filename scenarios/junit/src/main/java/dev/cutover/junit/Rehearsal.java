package dev.cutover.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * Rehearses a plan before a test, which takes the verdict as a parameter of type {@link RehearsalVerdict}. On a class, one rehearsal for all its
 * tests. Rehearsals take minutes and wait for each other; their tests have the tag {@code rehearsal}.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("rehearsal")
@ResourceLock("dev.cutover.rehearsal")
@ExtendWith(RehearsalExtension.class)
public @interface Rehearsal {

    /** For {@link #seed}: drawn, and told with the verdict. */
    long DRAWN = -1;

    /** A plan file, relative to the working directory, or the name of a plan that ships. */
    String value();

    /** One of the plan's broken bridges in place of the plan as it is; none if empty. */
    String bridge() default "";

    /** Decides load, keys and data. */
    long seed() default DRAWN;

    /** Values instead of the plan's, as KEY=VALUE. */
    String[] set() default {};

    RunsOn runtime() default RunsOn.AUTO;

    /** What the rehearsal runs on. */
    enum RunsOn {
        /** Containers where a Docker engine answers, else processes. */
        AUTO,
        PROCESSES,
        CONTAINERS
    }
}
