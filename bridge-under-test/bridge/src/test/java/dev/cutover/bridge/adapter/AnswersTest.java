package dev.cutover.bridge.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswersTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            PLACE_ORDER     | 201 | {'id':'u','orderNumber':5,'total':12.30,'placedAt':'2026-03-28T23:30:00Z','status':'OPEN','householdVersion':4}      | {'rc':0,'msg':'OK','ver':4,'ordNo':5,'amtC':1230,'ordDt':'20260329','st':'O'}
            RECREATE_ORDER  | 201 | {'id':'u','orderNumber':5,'total':12.30,'placedAt':'2026-07-01T21:59:59Z','status':'OPEN','householdVersion':4}      | {'rc':0,'msg':'OK','ver':4,'ordNo':5,'amtC':1230,'ordDt':'20260701','st':'O'}
            CHANGE_EMAIL    | 200 | {'email':'a@b.example','householdVersion':2}                  | {'rc':0,'msg':'OK','ver':2,'email':'a@b.example'}
            TRANSFER_CREDIT | 201 | {'fromCredit':0.29,'toCredit':90071992547409.93,'householdVersion':2} | {'rc':0,'msg':'OK','ver':2,'fromCreditC':29,'toCreditC':9007199254740993}
            PAY_ORDER       | 200 | {'orderNumber':5,'total':12.3,'status':'PAID','householdVersion':3}  | {'rc':0,'msg':'OK','ver':3,'ordNo':5,'amtC':1230,'st':'P'}
            CANCEL_ORDER    | 200 | {'orderNumber':5,'status':'CANCELLED','householdVersion':3}   | {'rc':0,'msg':'OK','ver':3,'ordNo':5,'st':'C'}
            DELETE_ORDER    | 200 | {'orderNumber':5,'householdVersion':3}                        | {'rc':0,'msg':'OK','ver':3,'ordNo':5}
            READ_CUSTOMER   | 200 | {'id':3,'fullName':null,'email':'e','credit':0.00,'registeredAt':null,'householdVersion':0} | {'rc':0,'msg':'OK','ver':0,'custNo':3,'name':null,'email':'e','creditC':0,'regDt':null}
            READ_CUSTOMER   | 200 | {'id':3,'fullName':'N','email':'e','credit':1.00,'registeredAt':'2019-12-31T23:00:00Z','householdVersion':0} | {'rc':0,'msg':'OK','ver':0,'custNo':3,'name':'N','email':'e','creditC':100,'regDt':'20200101'}
            READ_ORDERS     | 200 | {'orders':[],'householdVersion':1}                            | {'rc':0,'msg':'OK','ver':1,'orders':[]}
            READ_ORDERS     | 200 | {'orders':[{'id':'u','orderNumber':5,'sku':'S','quantity':2,'unitPrice':0.10,'total':0.20,'placedAt':'2026-01-01T00:00:00Z','status':'PAID','note':null,'householdVersion':1}],'householdVersion':1} | {'rc':0,'msg':'OK','ver':1,'orders':[{'ordNo':5,'sku':'S','qty':2,'unitC':10,'amtC':20,'ordDt':'20260101','st':'P','note':null}]}
            """)
    void saysEachSuccessInTheOldContract(Operation operation, int status, String answer, String old) {
        OldAnswer translated = Answers.translate(operation, status, bytes(answer));

        assertThat(translated.status()).isEqualTo(200);
        assertThat(translated.body()).hasToString(old.replace('\'', '"'));
    }

    @ParameterizedTest
    @CsvSource({
        "404, customer-not-found, 200, 10",
        "404, order-not-found, 200, 11",
        "422, insufficient-credit, 200, 20",
        "409, email-taken, 200, 21",
        "409, order-state, 200, 22",
        "402, payment-declined, 200, 23",
        "400, malformed, 200, 30",
        "423, fenced, 200, 40",
        "500, internal, 500, 50",
        "503, dependency, 503, 51",
        "418, teapot, 500, 50"
    })
    void saysEachProblemAsAReturnCode(int status, String code, int oldStatus, int rc) {
        String problem = "{'type':'urn:shop:problem:" + code + "','title':'T','status':" + status
                + ",'detail':'D','householdVersion':6}";

        OldAnswer translated = Answers.translate(Operation.PAY_ORDER, status, bytes(problem));

        assertThat(translated.status()).isEqualTo(oldStatus);
        assertThat(translated.rc()).isEqualTo(rc);
        if (!code.equals("teapot")) {
            assertThat(translated.body().path("msg").asText()).isEqualTo("D");
            assertThat(translated.body().path("ver").asLong()).isEqualTo(6);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            200 | <html>
            200 | {}
            200 | {'orderNumber':5,'total':12.345,'status':'PAID','householdVersion':3}
            200 | {'orderNumber':5,'total':12.30,'status':'LOST','householdVersion':3}
            404 | {'title':'not found'}
            404 | <html>
            """)
    void promisesNothingForAnAnswerItCannotRead(int status, String answer) {
        OldAnswer translated = Answers.translate(Operation.PAY_ORDER, status, bytes(answer));

        assertThat(translated.status()).isEqualTo(500);
        assertThat(translated.rc()).isEqualTo(ReturnCode.INTERNAL);
    }

    private static byte[] bytes(String json) {
        return json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }
}
