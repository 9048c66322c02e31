package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import dev.cutover.record.dump.Texts;
import dev.cutover.rehearse.plan.ReadingSpec;
import java.util.Map;

/**
 * What a rehearsal is played with. Who makes them closes them, except the load, which the rehearsal ends.
 *
 * @param environment up: all components ready, all links proven
 * @param load not started yet
 * @param faults none injected yet
 * @param texts how texts of rows are kept in the evidence
 * @param processors of the machine that it is played on: one without time to spare excuses what is slow
 * @param activated where each broken bridge that is rehearsed says how often its defect has acted; by name, if there are several
 * @param seed from which everything random of the run comes
 */
public record Parts(
        Environment environment,
        LoadControl load,
        FaultControl faults,
        Databases databases,
        Broker broker,
        Texts texts,
        Processors processors,
        Map<String, ReadingSpec> activated,
        long seed) {}
