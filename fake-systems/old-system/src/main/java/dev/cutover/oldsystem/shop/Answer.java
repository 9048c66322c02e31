package dev.cutover.oldsystem.shop;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer: return code and fields; replayed if it is the first result of an earlier request. */
public record Answer(Rc rc, Map<String, @Nullable Object> fields, boolean replayed) {
    static Answer ok(@Nullable Long ver, Map<String, ? extends @Nullable Object> fields, boolean replayed) {
        Map<String, @Nullable Object> all = head(Rc.OK, Rc.OK.text(), ver);
        all.putAll(fields);
        return new Answer(Rc.OK, all, replayed);
    }

    /** The answer to a refused request. */
    public static Answer of(Refusal refusal) {
        Rc rc = refusal.rc();
        return new Answer(rc, head(rc, rc.text() + ": " + refusal.detail(), refusal.ver()), false);
    }

    /** The answer to a request whose outcome is unknown. */
    public static Answer unknown(Rc rc) {
        return new Answer(rc, head(rc, rc.text(), null), false);
    }

    private static Map<String, @Nullable Object> head(Rc rc, String msg, @Nullable Long ver) {
        Map<String, @Nullable Object> head = new LinkedHashMap<>();
        head.put("rc", rc.number());
        head.put("msg", msg);
        head.put("ver", ver);
        return head;
    }
}
