package dev.cutover.scenarios.load;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One logical operation, sent once or more often with the same operation id.
 *
 * @param subject the id of the operation that made what it is about; 0 for none
 * @param asks what it asks for, in canonical text; null if the plan does not say
 * @param headers their values, in the order of the operation's
 */
record Call(
        Step step,
        long id,
        long subject,
        String path,
        List<String> headers,
        String body,
        @Nullable String asks) {

    Operation operation() {
        return step.operation();
    }
}
