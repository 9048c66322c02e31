package dev.cutover.rehearse.trial;

import java.util.List;

/** One client of a plan's load, who asks for one thing at a time and says all that came of it. */
public interface Client {

    /** Takes the steps of a story, by its position in the plan, for a key that is drawn; once each, as far as they can be taken. */
    List<Asked> story(int position) throws InterruptedException;

    /** Asks for an operation outside of every story, for a key that is drawn. */
    Asked alone(String operation) throws InterruptedException;
}
