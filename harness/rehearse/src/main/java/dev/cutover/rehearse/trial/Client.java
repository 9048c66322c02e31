package dev.cutover.rehearse.trial;

import java.util.List;
import java.util.concurrent.ExecutionException;

/** One client of a plan's load, who asks for one thing at a time and says all that came of it. */
public interface Client {

    /** How many keys there are. */
    int keys();

    /** Takes the steps of a story, by its position in the plan, for a key that is drawn; once each, as far as they can be taken. */
    List<Asked> story(int position) throws InterruptedException;

    /** Asks for an operation outside of every story, for a key that is drawn. */
    Asked alone(String operation) throws InterruptedException;

    /**
     * Publishes the next update from outside, and returns when the broker has it.
     *
     * @throws ExecutionException if it did not take it
     */
    Update publish() throws ExecutionException, InterruptedException;

    /**
     * An update.
     *
     * @param key of the entity
     * @param text the entity's canonical text from now on
     */
    record Update(String key, String text) {}
}
