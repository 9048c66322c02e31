package dev.cutover.rehearse.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.cutover.environment.yaml.WrongValue;
import java.util.List;

/**
 * Effects that operations of role effect have outside both systems, and who has a record of them: the third party's own file, the journal of
 * its WireMock, or a database.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
@JsonSubTypes({
    @JsonSubTypes.Type(EffectSpec.Log.class),
    @JsonSubTypes.Type(EffectSpec.Journal.class),
    @JsonSubTypes.Type(EffectSpec.Sql.class)
})
public sealed interface EffectSpec {

    /** The operations that have this effect. */
    List<String> of();

    /** Whether what one operation did for a subject no other may do again. */
    boolean oncePerSubject();

    /** Whether the third party acts once for each operation, however often it is called for it. */
    boolean idempotent();

    /** The record, below the run's {@code observed}, of an effect of this name. */
    default String file(String name) {
        return this instanceof Log written ? written.log() : "effects-" + name + ".jsonl";
    }

    /**
     * Written by the third party itself.
     *
     * @param of the operations that have this effect
     * @param log its file, below the run's {@code observed}
     * @param oncePerSubject whether what one operation did for a subject no other may do again
     * @param idempotent whether the third party acts once for each operation, however often it is called for it
     */
    record Log(
            List<String> of,
            String log,
            @JsonProperty(defaultValue = "false") boolean oncePerSubject,
            @JsonProperty(defaultValue = "false") boolean idempotent)
            implements EffectSpec {
        public Log {
            of = List.copyOf(of);
            if (log.startsWith("/") || log.contains("..")) {
                throw WrongValue.at("must be a file below the run's 'observed', but is '" + log + "'", "log");
            }
        }
    }

    /**
     * Requests that a component's WireMock has received.
     *
     * @param of the operations that have this effect
     * @param wiremock which requests are calls for it
     * @param oncePerSubject whether what one operation did for a subject no other may do again
     * @param idempotent whether the third party acts once for each operation, however often it is called for it
     */
    record Journal(
            List<String> of,
            WiremockSpec wiremock,
            @JsonProperty(defaultValue = "false") boolean oncePerSubject,
            @JsonProperty(defaultValue = "false") boolean idempotent)
            implements EffectSpec {
        public Journal {
            of = List.copyOf(of);
        }
    }

    /**
     * Rows, each one effect.
     *
     * @param of the operations that have this effect
     * @param component the database component
     * @param database the database in it
     * @param sql columns operation and, where there are such, subject and amount; only rows that the run has made
     * @param oncePerSubject whether what one operation did for a subject no other may do again
     * @param idempotent whether the third party acts once for each operation, however often it is called for it
     */
    record Sql(
            List<String> of,
            String component,
            String database,
            String sql,
            @JsonProperty(defaultValue = "false") boolean oncePerSubject,
            @JsonProperty(defaultValue = "false") boolean idempotent)
            implements EffectSpec {
        public Sql {
            of = List.copyOf(of);
        }
    }
}
