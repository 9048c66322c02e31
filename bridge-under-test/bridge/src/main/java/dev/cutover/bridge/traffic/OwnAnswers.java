package dev.cutover.bridge.traffic;

import dev.cutover.bridge.adapter.OldAnswer;
import dev.cutover.bridge.adapter.ReturnCode;
import dev.cutover.bridge.routing.Side;

/** The answers the bridge gives in its own name. */
final class OwnAnswers {
    private OwnAnswers() {}

    static Answer malformed(String why) {
        return own(200, ReturnCode.MALFORMED, why);
    }

    static Answer tooLarge(long limit) {
        return own(413, ReturnCode.MALFORMED, "expected a body of at most " + limit + " bytes, found a larger one");
    }

    static Answer noSuchOperation(String method, String path) {
        return own(404, ReturnCode.MALFORMED, "expected POST /shop/<operation>, found: " + method + " " + path);
    }

    static Answer overloaded(String why) {
        return own(503, ReturnCode.OVERLOADED, why);
    }

    /** Why a system's answer is missing, as far as a client is concerned. */
    static Answer missing(Side side, Throwable cause) {
        return switch (cause) {
            case LinkFault.NotConnected fault ->
                own(502, ReturnCode.CONNECTION_REFUSED, side.label() + " system: " + fault.getMessage());
            case LinkFault.Busy fault -> overloaded(side.label() + " system: " + fault.getMessage());
            case LinkFault.NoAnswer fault ->
                own(504, ReturnCode.NO_ANSWER, side.label() + " system: " + fault.getMessage());
            default -> own(500, ReturnCode.INTERNAL, "bridge: " + cause);
        };
    }

    private static Answer own(int status, int rc, String msg) {
        return Answer.of(OldAnswer.of(status, rc, msg), "bridge");
    }
}
