package dev.cutover.rehearse.trial;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * One thing of a plan that was tried, or could not be.
 *
 * @param what in the plan's own words
 * @param found what came of it; of one that was not tried, why
 * @param advice what to do; empty where there is nothing to do
 * @param at file and line where the plan says it; empty where it does not
 */
public record Trial(String what, Result result, String found, String advice, String at) {

    /** How it went. */
    public enum Result {
        OK,
        WRONG,
        NOT_TRIED;

        /** As programs read it. */
        @JsonValue
        public String text() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static Trial ok(String what, String found) {
        return new Trial(what, Result.OK, found, "", "");
    }

    public static Trial wrong(String what, String found, String advice, String at) {
        return new Trial(what, Result.WRONG, found, advice, at);
    }

    public static Trial notTried(String what, String because) {
        return new Trial(what, Result.NOT_TRIED, because, "", "");
    }

    @JsonIgnore
    public boolean isWrong() {
        return result == Result.WRONG;
    }
}
