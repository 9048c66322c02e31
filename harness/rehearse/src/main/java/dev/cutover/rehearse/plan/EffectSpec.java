package dev.cutover.rehearse.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.yaml.WrongValue;

/**
 * Effects that operations of role effect have outside both systems.
 *
 * @param log the third party's own record of them, below the run's {@code observed/}
 * @param oncePerSubject whether what one operation did for a subject no other may do again
 */
public record EffectSpec(
        String log, @JsonProperty(defaultValue = "false") boolean oncePerSubject) {
    public EffectSpec {
        if (log.startsWith("/") || log.contains("..")) {
            throw WrongValue.at("must be a file below the run's 'observed', but is '" + log + "'", "log");
        }
    }
}
