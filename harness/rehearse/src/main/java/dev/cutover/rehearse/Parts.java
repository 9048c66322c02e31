package dev.cutover.rehearse;

import dev.cutover.environment.Environment;
import dev.cutover.record.dump.Texts;

/**
 * What a rehearsal is played with. Who makes them closes them, except the load, which the rehearsal ends.
 *
 * @param environment up: all components ready, all links proven
 * @param load not started yet
 * @param faults none injected yet
 * @param texts how texts of rows are kept in the evidence
 * @param seed from which everything random of the run comes
 */
public record Parts(
        Environment environment,
        LoadControl load,
        FaultControl faults,
        Databases databases,
        Broker broker,
        Texts texts,
        long seed) {}
